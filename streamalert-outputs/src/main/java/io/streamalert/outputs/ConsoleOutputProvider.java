package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import io.streamalert.spi.OutputProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The service {@code console}: alerts on standard output, see {@link ConsoleOutput}. Its property
 * {@code terminal} says {@code true} if standard output is a terminal, which gets colours unless the
 * environment variable {@code NO_COLOR} is set; default {@code false}. Thread-safe.
 */
public final class ConsoleOutputProvider implements OutputProvider {

  private static final String TERMINAL = "terminal";
  private static final String NO_COLOUR = "NO_COLOR";
  private static final List<Property> PROPERTIES =
      List.of(Property.builder(TERMINAL, "whether standard output is a terminal, true or false")
          .optional()
          .form(Set.of("true", "false")::contains, "true or false")
          .build());

  private final Map<String, String> environment;

  /** A provider that asks the environment of the process. */
  public ConsoleOutputProvider() {
    this(System.getenv());
  }

  ConsoleOutputProvider(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public String service() {
    return "console";
  }

  @Override
  public List<Property> properties() {
    return PROPERTIES;
  }

  @Override
  public OutputDispatcher create(
      OutputId id, Map<String, String> plain, Map<String, Secret> credentials) {
    return ConsoleOutput.to(id, System.out, form(plain));
  }

  ReadableAlert form(Map<String, String> plain) {
    boolean coloured = Boolean.parseBoolean(plain.get(TERMINAL))
        && environment.getOrDefault(NO_COLOUR, "").isEmpty();
    return coloured ? ReadableAlert.coloured() : ReadableAlert.plain();
  }
}
