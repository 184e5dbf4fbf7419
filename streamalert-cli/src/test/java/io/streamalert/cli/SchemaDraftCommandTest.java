package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.local.LogInput;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaDraftCommandTest {

  @TempDir
  private Path folder;

  private Path logins = Path.of("");

  @BeforeEach
  void writeLogs() throws IOException {
    logins = Samples.write(
        folder.resolve("Acme-Logins.2026.jsonl"),
        "{\"user\":\"eve\",\"port\":22}\n\n{\"user\":\"bob\"}\n");
  }

  @Test
  void printsASchemaNamedAfterTheFile() {
    Cli.Result result = draft(logins.toString());

    assertThat(result.exitCode()).isZero();
    FieldValue log = Samples.json(result.out()).at("acme_logins");
    assertThat(log.at("schema").toJson()).isEqualTo("{\"user\":\"string\",\"port\":\"integer\"}");
    assertThat(log.at("parser").is("json")).isTrue();
    assertThat(result.err())
        .isEqualTo(
            "Drafted acme_logins with the parser json from 2 logs: 2 fields, 1 of them optional.\n");
  }

  @Test
  void whatItPrintsIsAFileThatRunTakes() throws IOException {
    Path conf = folder.resolve("conf");
    Samples.write(
        conf.resolve("schemas/acme.json"),
        draft("--name", "acme:login", logins.toString()).out());

    Cli.Result result = Cli.run("run", "--conf", conf.toString(), "--input", "s3:b=" + logins);

    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).contains("2  acme:login", "Dead letters: 0");
  }

  @Test
  void readsFoldersGzipAndStandardInput() throws IOException {
    Samples.writeGzip(folder.resolve("more/a.log.gz"), "user=eve port=22\n");
    Samples.write(folder.resolve("more/b.log"), "port=23 user=bob\n");

    assertThat(Samples.json(draft(folder.resolve("more").toString()).out())
            .at("a", "parser")
            .is("kv"))
        .isTrue();
    assertThat(Samples.json(
                new Cli().in("a,1\nb,2\n").execute("schema", "draft", "-").out())
            .at("samples", "schema")
            .toJson())
        .isEqualTo("{\"column_1\":\"string\",\"column_2\":\"integer\"}");
  }

  @Test
  void saysThatAHeaderWasLeftOut() throws IOException {
    Path csv = Samples.write(folder.resolve("ports.csv"), "user,port\neve,22\n");

    Cli.Result result = draft(csv.toString());

    assertThat(Samples.json(result.out()).at("ports", "schema", "port").is("integer"))
        .isTrue();
    assertThat(result.err()).contains("the columns: " + csv + ":1.");
  }

  @Test
  void namesTheLogThatBreaksIt() throws IOException {
    Files.writeString(logins, "{\"user\":\"eve\"}\n\n{\"user\":\"s3cr3t\",}\n");

    Cli.Result result = draft(logins.toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("Error: " + logins + ":3: is no JSON: ")
        .contains("No one schema fits all samples")
        .doesNotContain("s3cr3t");
  }

  @Test
  void looksAtTheFirstLogsOnly() throws IOException {
    Files.writeString(logins, "{\"a\":1}\n".repeat(10_001));

    assertThat(draft(logins.toString()).err())
        .contains("from 10,000 logs", "Only the first logs were looked at");
  }

  @Test
  void saysWhatCannotBeRead() throws IOException {
    Files.writeString(logins, "\n");

    assertThat(draft(folder.resolve("none").toString()))
        .matches(result -> result.exitCode() == 1)
        .matches(result -> result.err().contains("none: there is no such file"));
    assertThat(draft(logins.toString()))
        .matches(result -> result.exitCode() == 1)
        .matches(result -> result.err().contains("hold no logs"));
  }

  @Test
  void refusesALineThatIsTooLong() throws IOException {
    Files.writeString(logins, "a,b\n" + "x".repeat((16 << 20) + 1) + "\n");

    assertThat(draft(logins.toString()))
        .matches(result -> result.exitCode() == 1)
        .matches(result -> result.err().contains(":2: is a line of 16777217 bytes"));
  }

  @Test
  void wrongUse() {
    assertThat(draft().exitCode()).isEqualTo(2);
    assertThat(Cli.run("schema").exitCode()).isEqualTo(2);
    assertThat(draft("--name", "", logins.toString()).err()).contains("--name");
    assertThat(Cli.run("schema", "draft", "--help").out())
        .contains("Usage: streamalert schema draft", "Examples:", "Exit codes:");
  }

  @Test
  void namesAreLettersAndDigits() {
    assertThat(typeOf("logs/VPC flow (1).log.gz")).isEqualTo("vpc_flow_1");
    assertThat(typeOf(".hidden.json")).isEqualTo("hidden");
    assertThat(typeOf("ü.json")).isEqualTo("samples");
  }

  private static String typeOf(String file) {
    return SchemaDraftCommand.typeOf(LogInput.of(LogSource.of("file", "x"), Path.of(file)));
  }

  private static Cli.Result draft(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "schema";
    all[1] = "draft";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Cli.run(all);
  }
}
