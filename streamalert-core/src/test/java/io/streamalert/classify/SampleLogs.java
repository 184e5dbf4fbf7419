package io.streamalert.classify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes logs as they come from real systems, with schemas for them; the same for a seed. */
final class SampleLogs {

  /** A type for each way of finding records, and one or two that nearly fit the logs of others. */
  static final List<LogSchema> SCHEMAS = List.of(
      LogSchema.named("trail:calls")
          .field("eventTime", FieldType.string())
          .field("eventName", FieldType.string())
          .field("userIdentity", FieldType.any())
          .optionalField("readOnly", FieldType.bool())
          .optionalField("errorCode", FieldType.string())
          .jsonPath("Records[*]")
          .build(),
      LogSchema.named("bus:events")
          .field("id", FieldType.string())
          .field("account", FieldType.integer())
          .field("detail", FieldType.any())
          .field("resources", FieldType.list())
          .build(),
      LogSchema.named("bus:small")
          .field("id", FieldType.string())
          .field("account", FieldType.integer())
          .build(),
      LogSchema.named("query:rows")
          .field("name", FieldType.string())
          .field("unixTime", FieldType.integer())
          .field("load", FieldType.floating())
          .field("columns", FieldType.map(Map.of("pid", FieldType.integer())))
          .optionalField("decorations", FieldType.any())
          .build(),
      LogSchema.named("flow:messages")
          .field("source", FieldType.string())
          .field("target", FieldType.string())
          .field("port", FieldType.integer())
          .field("bytes", FieldType.integer())
          .parser("csv")
          .jsonPath("logEvents[*].message")
          .option("envelope_keys", FieldValue.of(Map.of("owner", "integer", "group", "string")))
          .build(),
      LogSchema.named("app:embedded")
          .field("level", FieldType.string())
          .field("took", FieldType.floating())
          .jsonPath("messages[*]")
          .option("embedded_json", FieldValue.of(true))
          .option("log_patterns", FieldValue.of(Map.of("level", List.of("warn*", "error"))))
          .build(),
      LogSchema.named("proxy:access")
          .field("client", FieldType.string())
          .field("status", FieldType.integer())
          .field("agent", FieldType.string())
          .parser("csv")
          .build(),
      LogSchema.named("door:pairs")
          .field("user", FieldType.string())
          .field("door", FieldType.integer())
          .field("open", FieldType.bool())
          .parser("kv")
          .build(),
      LogSchema.named("unix:syslog")
          .field("timestamp", FieldType.string())
          .field("host", FieldType.string())
          .field("application", FieldType.string())
          .field("message", FieldType.string())
          .parser("syslog")
          .build());

  private final Random random;
  private final List<Supplier<String>> kinds = List.of(
      this::calls,
      this::event,
      this::row,
      this::flows,
      this::embedded,
      this::access,
      this::pairs,
      this::syslog);

  SampleLogs(long seed) {
    random = new Random(seed);
  }

  /** The next log. */
  byte[] next() {
    return kinds.get(random.nextInt(kinds.size())).get().getBytes(UTF_8);
  }

  /** A copy in which one byte in a hundred is another one. */
  byte[] corrupted(byte[] log) {
    byte[] copy = log.clone();
    for (int i = 0; i < copy.length; i++) {
      if (random.nextInt(100) == 0) {
        copy[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : 32 + random.nextInt(95));
      }
    }
    return copy;
  }

  private String calls() {
    return FieldValue.of(Map.of("Records", list(() -> {
          Map<String, Object> record = map(
              "eventTime", "2024-05-0" + (1 + number(9)) + "T10:11:12Z",
              "eventName", word(),
              "userIdentity", Map.of("type", word(), "arn", "arn:aws:iam::" + number(999)));
          if (random.nextBoolean()) {
            record.put("readOnly", random.nextBoolean());
          }
          return record;
        })))
        .toJson();
  }

  private String event() {
    return FieldValue.of(map(
            "id",
            word() + "-" + number(99_999),
            "account",
            "12345678901" + number(10),
            "detail",
            Map.of("state", word(), "count", number(1000)),
            "resources",
            List.of("arn:aws:s3:::" + word())))
        .toJson();
  }

  private String row() {
    return FieldValue.of(map(
            "name",
            "pack_" + word(),
            "unixTime",
            1_704_067_200L + number(20_000_000),
            "load",
            number(1000) / 64.0,
            "columns",
            Map.of("pid", String.valueOf(number(70_000)))))
        .toJson();
  }

  private String flows() {
    return FieldValue.of(map(
            "owner", 1000 + number(9000),
            "group", "flows/" + word(),
            "logEvents",
                list(() -> Map.of(
                    "id",
                    word(),
                    "message",
                    "10.0.0." + number(255) + ",10.1.0.7," + number(65_536) + ","
                        + number(100_000)))))
        .toJson();
  }

  private String embedded() {
    List<Object> texts = list(() -> FieldValue.of(
            map("level", random.nextBoolean() ? "warning" : "error", "took", number(900) / 8.0))
        .toJson());
    return FieldValue.of(Map.of("messages", texts)).toJson();
  }

  private String access() {
    return "10.0.0." + number(255) + "," + (200 + number(300)) + ",\"Mozilla/5.0 (X11; rv:"
        + number(99) + ".0, like Gecko)\"";
  }

  private String pairs() {
    return "user=u" + number(900) + " door=" + number(90) + " open=" + random.nextBoolean();
  }

  private String syslog() {
    return "Jan 2" + number(10) + " 19:35:33 web-" + number(9) + " sshd[" + number(9999)
        + "]: login " + word();
  }

  private List<Object> list(Supplier<Object> element) {
    return new ArrayList<>(Stream.generate(element).limit(1 + number(3)).toList());
  }

  private static Map<String, Object> map(Object... keysAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private String word() {
    List<String> words =
        List.of("alice", "jürgen", "readonly", "Console Login", "медведев", "a\"b", "x");
    return words.get(random.nextInt(words.size()));
  }

  private int number(int bound) {
    return random.nextInt(bound);
  }
}
