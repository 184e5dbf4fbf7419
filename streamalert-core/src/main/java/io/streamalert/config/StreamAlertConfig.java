package io.streamalert.config;

import io.streamalert.classify.DataSources;
import io.streamalert.classify.LogSchema;
import io.streamalert.settings.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * What a {@code conf/} directory of StreamAlert 3.5 says: the schemas of {@code schemas/*.json} or
 * {@code logs.json}, and the data sources of {@code clusters/*.json}. Immutable and thread-safe.
 */
public final class StreamAlertConfig {

  private final List<LogSchema> schemas;
  private final DataSources sources;
  private final List<String> warnings;

  StreamAlertConfig(List<LogSchema> schemas, DataSources sources, List<String> warnings) {
    this.schemas = List.copyOf(schemas);
    this.sources = sources;
    this.warnings = List.copyOf(warnings);
  }

  /**
   * Reads a directory.
   *
   * @param directory the {@code conf/} directory
   * @return what it says
   * @throws ConfigException with every problem that was found, naming file, place and mend
   */
  public static StreamAlertConfig load(Path directory) {
    return new ConfigDirectory(directory).load();
  }

  /**
   * Reads one schema file from a stream, for schemas on the class path.
   *
   * @param origin what the stream is, for messages
   * @param json the text of a schema file; not closed
   * @return its schemas in the written order
   * @throws ConfigException with every problem that was found
   * @throws IOException if the stream cannot be read
   */
  public static List<LogSchema> readSchemas(String origin, InputStream json) throws IOException {
    ConfigProblems problems = new ConfigProblems();
    List<LogSchema> schemas = new SchemaFile(origin, problems)
        .read(ConfigJson.parse(origin, json.readAllBytes(), problems));
    problems.throwIfAny();
    return schemas;
  }

  /**
   * The schemas in the order in which they are tried: by file name, as written in each file, and
   * then by their priority as StreamAlert 3.5 sorts them.
   *
   * @return the schemas; unmodifiable
   */
  public List<LogSchema> schemas() {
    return schemas;
  }

  /**
   * The data sources of all clusters.
   *
   * @return the sources; any source where the directory has no clusters
   */
  public DataSources sources() {
    return sources;
  }

  /**
   * What is odd but does no harm.
   *
   * @return a sentence each
   */
  public List<String> warnings() {
    return warnings;
  }
}
