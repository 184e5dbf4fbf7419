package io.streamalert.classify;

import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Collects what a {@link Classifier} needs. Not thread-safe. */
public final class ClassifierBuilder {

  private final List<LogSchema> schemas = new ArrayList<>();
  private final Map<String, Function<LogSchema, LogParser>> parsers = new HashMap<>();
  DataSources sources = DataSources.any();
  Settings settings = Settings.defaults();
  UnaryOperator<LogRecord> lastStep = UnaryOperator.identity();

  ClassifierBuilder() {}

  /**
   * Adds schemas behind those that are there.
   *
   * @param schemas the schemas in the order in which they are to be tried
   * @return this
   */
  public ClassifierBuilder schemas(Collection<LogSchema> schemas) {
    this.schemas.addAll(schemas);
    return this;
  }

  /**
   * Sets which log types each source may hold.
   *
   * @param sources the sources; default {@link DataSources#any()}
   * @return this
   */
  public ClassifierBuilder sources(DataSources sources) {
    this.sources = Objects.requireNonNull(sources, "sources");
    return this;
  }

  /**
   * Adds a parser.
   *
   * @param name the name that schemas use for it; that of a built-in one replaces it
   * @param parser makes the parser of a schema
   * @return this
   */
  public ClassifierBuilder parser(String name, Function<LogSchema, LogParser> parser) {
    parsers.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(parser, "parser"));
    return this;
  }

  /**
   * Sets the limits.
   *
   * @param settings the settings; default {@link Settings#defaults()}
   * @return this
   */
  public ClassifierBuilder settings(Settings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
    return this;
  }

  /**
   * Sets what is done to every record once it is classified, such as normalising it.
   *
   * @param step the step; thread-safe; default nothing
   * @return this
   */
  public ClassifierBuilder thenEach(UnaryOperator<LogRecord> step) {
    this.lastStep = Objects.requireNonNull(step, "step");
    return this;
  }

  /**
   * Why a schema cannot be used by the classifier that would be made now.
   *
   * @param schema the schema
   * @return the reason, or empty if it can be used
   */
  public Optional<String> unsupported(LogSchema schema) {
    try {
      extraction(schema);
      Envelope.of(schema);
      LogPatterns.of(schema);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Makes the classifier.
   *
   * @return the classifier
   * @throws ConfigException if a log type is there twice or a schema cannot be used
   */
  public Classifier build() {
    List<ConfigException.Problem> problems = new ArrayList<>();
    Map<LogType, LogSchema> byType = new LinkedHashMap<>();
    for (LogSchema schema : schemas) {
      if (byType.put(schema.type(), schema) != null) {
        problems.add(problem(schema, "is there twice", "Give one of the two another name."));
      }
      unsupported(schema)
          .ifPresent(why -> problems.add(problem(
              schema, "cannot be used: " + why, "Add the parser or leave the schema out.")));
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return new SchemaClassifier(this, schemas);
  }

  private static ConfigException.Problem problem(LogSchema schema, String what, String mend) {
    return ConfigException.Problem.of("The log type " + schema.type() + " " + what)
        .mendedBy(mend);
  }

  Extraction extraction(LogSchema schema) {
    Function<LogSchema, LogParser> own = parsers.get(schema.parser());
    return own == null
        ? Extraction.of(schema)
        : new ForeignParser(schema.parser(), own.apply(schema));
  }
}
