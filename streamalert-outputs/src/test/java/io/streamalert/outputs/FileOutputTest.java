package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.streamalert.alert.OutputId;
import io.streamalert.output.Delivery;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.Property;
import io.streamalert.spi.OutputProvider;
import io.streamalert.testkit.OutputContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOutputTest extends OutputContract {

  private static final OutputId ID = OutputId.of("file", "alerts");

  @TempDir
  Path folder;

  private final StandingClock clock = new StandingClock();
  private Path file = Path.of("");

  @BeforeEach
  void setUp() {
    file = folder.resolve("alerts.jsonl");
  }

  @Override
  protected OutputDispatcher healthy() {
    return output().build();
  }

  private FileOutput.Builder output() {
    return FileOutput.builder(ID, file).clock(clock);
  }

  @Override
  protected OutputDispatcher broken() {
    return FileOutput.builder(ID, folder.resolve("missing/alerts.jsonl"))
        .clock(clock)
        .build();
  }

  @Override
  protected Optional<OutputDispatcher> rejecting() {
    return Optional.of(FileOutput.builder(ID, folder.resolve("other"))
        .clock(clock)
        .maxLineBytes(10)
        .build());
  }

  @Override
  protected List<String> received() {
    List<String> lines = Files.exists(file) ? lines(file) : List.of();
    lines.forEach(FieldValue::parse);
    return lines;
  }

  @Override
  protected Clock clock() {
    return clock;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Delivery write(OutputDispatcher output, String part) {
    return output.dispatch(Requests.of(part, clock.instant().plusSeconds(5)));
  }

  private static String line(String part) {
    return "{\"part\":\"" + part + "\"}";
  }

  /** What each file holds, by name. */
  private Map<String, String> contents() throws IOException {
    try (var files = Files.list(folder)) {
      return files.collect(Collectors.toMap(
          path -> path.getFileName().toString(), path -> String.join(" ", lines(path))));
    }
  }

  @Test
  void halfALineIsEndedBeforeTheNextOne() throws IOException {
    Files.writeString(file, line("a") + "\n{\"part\":");
    write(healthy(), "b");
    write(healthy(), "c");

    assertThat(lines(file)).containsExactly(line("a"), "{\"part\":", line("b"), line("c"));
    assertThat(Files.readString(file)).endsWith("}\n");
  }

  @Test
  void aFullFileIsPutAsideAndOldOnesGo() throws IOException {
    OutputDispatcher output = output().maxBytes(30).keep(2).build();
    for (String part : List.of("1", "2", "3", "4", "5", "6", "7")) {
      assertThat(write(output, part)).isEqualTo(Delivery.delivered());
    }

    assertThat(contents())
        .containsOnly(
            Map.entry("alerts.jsonl", line("7")),
            Map.entry("alerts.jsonl.1", line("5") + " " + line("6")),
            Map.entry("alerts.jsonl.2", line("3") + " " + line("4")));
  }

  @Test
  void aLineThatIsLargerThanAFileStandsAlone() throws IOException {
    OutputDispatcher output = output().maxBytes(5).build();
    write(output, "1");
    write(output, "2");

    assertThat(contents())
        .containsOnly(Map.entry("alerts.jsonl", line("2")), Map.entry("alerts.jsonl.1", line("1")));
  }

  @Test
  void aFileHoldsLinesOfOnePeriod() throws IOException {
    OutputDispatcher output = output().maxAge(Duration.ofHours(24)).build();
    write(output, "1");
    clock.advance(Duration.ofHours(11));
    write(output, "2");
    clock.advance(Duration.ofHours(1));
    write(output, "3");

    assertThat(contents())
        .containsOnly(
            Map.entry("alerts.jsonl", line("3")),
            Map.entry("alerts.jsonl.1", line("1") + " " + line("2")));
  }

  @Test
  void thePeriodIsKnownAfterARestart() throws IOException {
    write(healthy(), "1");
    Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    write(output().maxAge(Duration.ofHours(1)).build(), "2");
    Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    clock.advance(Duration.ofHours(1));
    write(output().maxAge(Duration.ofHours(1)).build(), "3");

    assertThat(contents())
        .containsOnly(
            Map.entry("alerts.jsonl", line("3")),
            Map.entry("alerts.jsonl.1", line("1") + " " + line("2")));
  }

  @Test
  void aFileThatSomebodyTookAwayIsMadeAgain() throws IOException {
    OutputDispatcher output = healthy();
    write(output, "1");
    Files.delete(file);
    write(output, "2");

    assertThat(lines(file)).containsExactly(line("2"));
  }

  @Test
  void reasonsSayWhatToDo() throws IOException {
    assertThat(write(broken(), "1").toString())
        .contains("there is no folder " + folder.resolve("missing") + ". Create it.");
    assertThat(write(FileOutput.builder(ID, folder).clock(clock).build(), "1").toString())
        .contains("it is a folder. Name a file.");
    assertThat(write(rejecting().orElseThrow(), "1"))
        .isEqualTo(Delivery.rejected(
            "The publication has 13 bytes, more than the 10 that a line may have."));
  }

  @Test
  void aFullDiskIsAReasonToRepeat() {
    Path full = Path.of("/dev/full");
    assumeThat(full).exists();

    Delivery delivery = write(FileOutput.builder(ID, full).clock(clock).build(), "1");

    assertThat(delivery).isInstanceOf(Delivery.RetryAfter.class);
    assertThat(delivery.toString()).contains("No space left");
  }

  @Test
  void afterTheDeadlineNothingIsWritten() {
    Delivery delivery = healthy().dispatch(Requests.of("1", clock.instant()));

    assertThat(delivery)
        .isEqualTo(Delivery.retryAfter(Duration.ZERO, "There was no time left to write."));
    assertThat(file).doesNotExist();
  }

  @Test
  void anInterruptedAttemptIsRepeated() {
    Thread.currentThread().interrupt();

    assertThat(write(healthy(), "1")).isInstanceOf(Delivery.RetryAfter.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void settingsHaveLimits() {
    List<Runnable> wrong = new ArrayList<>();
    wrong.add(() -> output().maxBytes(0));
    wrong.add(() -> output().maxLineBytes(FileOutput.LIMIT_LINE_BYTES + 1));
    wrong.add(() -> output().keep(0));
    wrong.add(() -> output().maxAge(Duration.ofMillis(1)));

    assertThat(wrong)
        .allSatisfy(setting -> assertThatIllegalArgumentException().isThrownBy(setting::run));
  }

  @Test
  void theProviderReadsTheProperties() throws IOException {
    OutputProvider provider = ServiceLoader.load(OutputProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(found -> found.service().equals("file"))
        .findFirst()
        .orElseThrow();
    OutputDispatcher output = provider.create(
        ID,
        Map.of("path", file.toString(), "max_megabytes", "1", "max_age_hours", "1", "keep", ""),
        Map.of());
    output.dispatch(Requests.of("1", Instant.MAX));

    assertThat(lines(file)).containsExactly(line("1"));
    assertThat(provider.properties().stream().map(Property::name))
        .containsExactly("path", "max_megabytes", "max_age_hours", "keep");
    assertThat(provider.properties())
        .allSatisfy(property -> assertThat(property.check("\u0000")).isPresent());
  }
}
