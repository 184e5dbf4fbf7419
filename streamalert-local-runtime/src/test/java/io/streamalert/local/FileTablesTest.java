package io.streamalert.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.streamalert.StreamAlert;
import io.streamalert.local.framing.Bytes;
import io.streamalert.lookup.LookupTable;
import io.streamalert.lookup.TableSpec;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException;
import io.streamalert.spi.LookupTableProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTablesTest {

  private static final byte[] WEB = Bytes.of("{\"ann\": \"web\", \"none\": null}");
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir
  private Path folder;

  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("owners.json");
  }

  private TableSpec spec(Object... settings) {
    Map<String, FieldValue> all = new LinkedHashMap<>();
    all.put("path", FieldValue.of(file.toString()));
    for (int i = 0; i < settings.length; i += 2) {
      all.put((String) settings[i], FieldValue.of(settings[i + 1]));
    }
    return TableSpec.of("owners", "file", all);
  }

  private LookupTable open(byte[] content, Object... settings) throws IOException {
    Files.write(file, content);
    return new FileTables().open(spec(settings), NOON);
  }

  private static byte[] zlib(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream zlib = new DeflaterOutputStream(out)) {
      zlib.write(content);
    }
    return out.toByteArray();
  }

  @Test
  void plainAndCompressedFilesAreRead() throws IOException {
    for (byte[] content : List.of(WEB, Bytes.gzip(WEB), zlib(WEB))) {
      LookupTable table = open(content, "compression", true);

      assertThat(table.get("ann")).contains(FieldValue.of("web"));
      assertThat(table.get("none")).contains(FieldValue.of(null));
      assertThat(table.get("bob")).isEmpty();
    }
    assertThat(open(Bytes.of(" {}")).get("ann")).isEmpty();
  }

  @Test
  void aFileIsReadAgainWhenItsTimeIsOver() throws IOException {
    Files.write(file, WEB);
    Instant[] now = {NOON.instant()};
    LookupTable table = new FileTables().open(spec(), stepped(now));
    Files.write(file, Bytes.of("{\"ann\": \"db\"}"));

    now[0] = NOON.instant().plus(Duration.ofMinutes(10)).minusMillis(1);
    assertThat(table.get("ann")).contains(FieldValue.of("web"));
    now[0] = NOON.instant().plus(Duration.ofMinutes(10));
    assertThat(table.get("ann")).contains(FieldValue.of("db"));
  }

  @Test
  void aFileThatBreaksLaterKeepsItsContent() throws IOException {
    Files.write(file, WEB);
    Instant[] now = {NOON.instant()};
    LookupTable table = new FileTables().open(spec("cache_refresh_minutes", 1), stepped(now));

    Files.write(file, Bytes.of("{\"ann\": "));
    now[0] = now[0].plusSeconds(60);
    assertThat(table.get("ann")).contains(FieldValue.of("web"));
    Files.delete(file);
    now[0] = now[0].plusSeconds(60);
    assertThat(table.get("ann")).contains(FieldValue.of("web"));
    Files.write(file, Bytes.of("{\"ann\": \"db\"}"));
    now[0] = now[0].plusSeconds(60);
    assertThat(table.get("ann")).contains(FieldValue.of("db"));
  }

  private static Clock stepped(Instant[] now) {
    return new Clock() {
      @Override
      public Instant instant() {
        return now[0];
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  @Test
  void aBrokenFileIsAProblemAtTheStart() throws IOException {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> new FileTables().open(spec(), NOON))
        .withMessageContaining(
            "owners.json: The lookup table cannot be read: there is no such file")
        .withMessageContaining("{\"KEY\": VALUE, …}");
    problem(Bytes.of("{\"secret\": "), "is not JSON");
    problem(Bytes.of("[\"secret\"]"), "is no JSON map");
    problem(new byte[0], "is not JSON");
    byte[] gzip = Bytes.gzip(WEB);
    problem(Arrays.copyOf(gzip, gzip.length - 9), "cannot be read");
    byte[] zlib = zlib(WEB);
    problem(Arrays.copyOf(zlib, zlib.length - 7), "cannot be read");
    problem(Bytes.gzip(new byte[TableFile.LIMIT_BYTES + 1]), "is larger than 67108864 bytes");
  }

  private void problem(byte[] content, String what) {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> open(content))
        .withMessageContaining("owners.json: The lookup table " + what)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
  }

  @Test
  void allProblemsOfTheSettingsAreToldAtOnce() {
    TableSpec wrong = TableSpec.of(
        "owners",
        "file",
        Map.of("paht", FieldValue.of("x"), "cache_refresh_minutes", FieldValue.of(0)));

    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> new FileTables().open(wrong, NOON))
        .withMessageContaining("Did you mean \"path\"?")
        .withMessageContaining("The setting path of the lookup table owners is missing")
        .withMessageContaining(
            "cache_refresh_minutes of the lookup table owners is no whole number");
    for (Object minutes : List.of("5", 1.5, -1, Long.MAX_VALUE, true)) {
      assertThatExceptionOfType(ConfigException.class)
          .isThrownBy(() -> open(WEB, "cache_refresh_minutes", minutes));
    }
  }

  @Test
  void theDriverIsFoundByItsName() throws IOException {
    Files.write(file, WEB);
    StreamAlert.builder()
        .tableDrivers(ServiceLoader.load(LookupTableProvider.class))
        .tables(List.of(spec()))
        .build();
  }
}
