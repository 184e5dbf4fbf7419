package io.streamalert.cli;

import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Logs, configurations and rules for tests. */
final class Samples {

  /** Fits {@code cloudtrail:events} and triggers {@code cloudtrail_critical_api_calls}. */
  static final String TRAIL_STOPPED = cloudTrail("StopLogging");

  /** Fits {@code cloudtrail:events} and triggers nothing. */
  static final String QUIET = cloudTrail("DescribeInstances");

  private static final String RULE = """
      package %s;

      import io.streamalert.rule.*;
      import io.streamalert.record.LogRecord;

      %s class %s implements Rule {
        public RuleSpec spec() { return RuleSpec.named("%s").logs("cloudtrail:events").build(); }
        public boolean matches(LogRecord record, RuleContext context) { %s }
      }
      """;

  private Samples() {}

  static String cloudTrail(String eventName) {
    return """
        {"Records":[{"eventVersion":"1.11","userIdentity":{"type":"IAMUser"},"eventTime":"2026-03-14T09:01:17Z",\
        "eventSource":"cloudtrail.amazonaws.com","eventName":"%s","awsRegion":"eu-central-1",\
        "requestParameters":{"name":"s3cr3t"},"responseElements":null,"requestID":"r","eventID":"e",\
        "eventType":"AwsApiCall","recipientAccountId":"111122223333"}]}""".formatted(eventName);
  }

  static Path write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  static Path writeGzip(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  /** A configuration with one log type, a second one that cannot be read yet, and one source. */
  static Path conf(Path folder) throws IOException {
    write(folder.resolve("schemas/test.json"), """
        {"test:login": {"schema": {"user": "string"}, "parser": "json"},
         "test:lines": {"schema": {"line": "string"}, "parser": "carrier-pigeon"}}
        """);
    write(folder.resolve("clusters/prod.json"), """
        {"id": "prod", "data_sources": {"s3": {"login-bucket": ["test"]}}}
        """);
    return folder;
  }

  static Path rule(Path folder, String access, String name, String body) throws IOException {
    String source =
        RULE.formatted("acme", access, name, name.toLowerCase(java.util.Locale.ROOT), body);
    return write(folder.resolve("acme/" + name + ".java"), source);
  }

  static List<FieldValue> json(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(Samples::json).toList();
  }

  static FieldValue json(String text) {
    return new JsonReader(100).read(text).orElseThrow(() -> new AssertionError("no JSON: " + text));
  }
}
