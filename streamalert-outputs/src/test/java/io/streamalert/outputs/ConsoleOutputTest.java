package io.streamalert.outputs;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.alert.OutputId;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.spi.OutputProvider;
import io.streamalert.testkit.OutputContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConsoleOutputTest extends OutputContract {

  private static final OutputId ID = OutputId.of("console", "here");

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream console = new PrintStream(written, false, StandardCharsets.UTF_8);

  @Override
  protected OutputDispatcher healthy() {
    return ConsoleOutput.to(ID, console, ReadableAlert.plain());
  }

  @Override
  protected OutputDispatcher broken() {
    OutputStream gone = new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException("Broken pipe");
      }
    };
    return ConsoleOutput.to(
        ID, new PrintStream(gone, false, StandardCharsets.UTF_8), ReadableAlert.plain());
  }

  @Override
  protected Optional<OutputDispatcher> rejecting() {
    return Optional.empty();
  }

  /** Each is a whole block, or the number is wrong. */
  @Override
  protected List<String> received() {
    return Stream.of(written.toString(StandardCharsets.UTF_8).split("\n\n"))
        .filter(block -> block.matches("(?s)medium  Login of .*, record id [0-9a-f-]+"))
        .toList();
  }

  @Test
  void anAlertIsABlock() {
    healthy().dispatch(Requests.of(Requests.alert("A title")));

    assertThat(written.toString(StandardCharsets.UTF_8))
        .startsWith("medium  A title\n  rule       a_rule\n")
        .contains("  record     user=ann\n", "  triggered  1970-01-01T00:00:00Z, alert id ")
        .endsWith("\n\n");
  }

  @Test
  void coloursAreForTerminalsUnlessTheyAreUnwanted() {
    assertThat(coloured(Map.of(), "true")).isTrue();
    assertThat(coloured(Map.of("NO_COLOR", ""), "true")).isTrue();
    assertThat(coloured(Map.of("NO_COLOR", "1"), "true")).isFalse();
    assertThat(coloured(Map.of(), "false")).isFalse();
    assertThat(coloured(Map.of(), "")).isFalse();
  }

  private static boolean coloured(Map<String, String> environment, String terminal) {
    return new ConsoleOutputProvider(environment)
        .form(Map.of("terminal", terminal))
        .text(Requests.alert("A title"), Requests.of(Requests.alert("A title")).publication())
        .contains("\u001b[");
  }

  @Test
  void theProviderIsFound() {
    OutputProvider provider = ServiceLoader.load(OutputProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(found -> found.service().equals("console"))
        .findFirst()
        .orElseThrow();

    assertThat(provider.create(ID, Map.of(), Map.of()).id()).isEqualTo(ID);
    assertThat(provider.properties()).singleElement().satisfies(property -> {
      assertThat(property.check("")).isEmpty();
      assertThat(property.check("yes")).isPresent();
    });
  }
}
