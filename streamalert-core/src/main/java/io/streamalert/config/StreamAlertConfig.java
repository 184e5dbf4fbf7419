package io.streamalert.config;

import io.streamalert.alert.OutputId;
import io.streamalert.classify.DataSources;
import io.streamalert.classify.LogSchema;
import io.streamalert.intel.IntelSpec;
import io.streamalert.lookup.TableSpec;
import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a {@code conf/} directory of StreamAlert 3.5 says. Only schemas are needed, as {@code
 * schemas/*.json} or {@code logs.json}; {@code clusters/*.json}, {@code global.json}, {@code
 * outputs.json}, {@code lookup_tables.json}, {@code threat_intel.json}, {@code
 * normalized_types.json}, {@code lambda.json}, {@code scheduled_queries.json} and, which is new here,
 * {@code secrets.json} may be there.
 *
 * <p>Each file is held against a JSON Schema, which lies in this package's folder {@code schema} and
 * serves editors too. Immutable and thread-safe.
 */
public final class StreamAlertConfig {

  /** The largest file that is read: {@value} bytes, that is 16 MiB. */
  public static final int LIMIT_FILE_BYTES = 16 * 1024 * 1024;

  /** The deepest nesting of maps and lists in a file: {@value} levels. */
  public static final int LIMIT_DEPTH = 100;

  private static final String GLOBAL = "global";

  private final Parts parts;

  StreamAlertConfig(Parts parts) {
    this.parts = parts;
  }

  /** What was read. */
  record Parts(
      List<LogSchema> schemas,
      DataSources sources,
      List<TableSpec> tables,
      Optional<IntelSpec> intel,
      Set<OutputId> outputs,
      Map<String, FieldValue> files,
      List<String> warnings) {

    Parts {
      schemas = List.copyOf(schemas);
      tables = List.copyOf(tables);
      outputs = Collections.unmodifiableSet(outputs);
      files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Reads a directory. Files may have up to {@value #LIMIT_FILE_BYTES} bytes and {@value
   * #LIMIT_DEPTH} levels.
   *
   * <p>Unknown keys, and wrong values of keys that nothing uses, are {@link #warnings()}.
   *
   * @param directory the {@code conf/} directory
   * @return what it says
   * @throws ConfigException with every problem that was found, naming file, place and mend
   */
  public static StreamAlertConfig load(Path directory) {
    return new ConfigDirectory(directory).load();
  }

  /**
   * Reads one schema file from a stream, for schemas on the class path. Options of parsers are not
   * looked at until they are used.
   *
   * @param origin what the stream is, for messages
   * @param json the text of a schema file; not closed
   * @return its schemas in the written order
   * @throws ConfigException with every problem that was found
   * @throws IOException if the stream cannot be read
   */
  public static List<LogSchema> readSchemas(String origin, InputStream json) throws IOException {
    ConfigProblems problems = ConfigProblems.strict();
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
    return parts.schemas();
  }

  /**
   * The data sources of all clusters.
   *
   * @return the sources; any source where the directory has no clusters
   */
  public DataSources sources() {
    return parts.sources();
  }

  /**
   * The lookup tables, for whoever opens them.
   *
   * @return the tables as written; none where {@code lookup_tables.json} is not enabled; unmodifiable
   */
  public List<TableSpec> tables() {
    return parts.tables();
  }

  /**
   * What is to be looked up in threat intelligence.
   *
   * @return the description; empty unless {@code threat_intel.json} is enabled and at least one
   *     cluster has {@code enable_threat_intel}
   */
  public Optional<IntelSpec> threatIntel() {
    return parts.intel();
  }

  /**
   * The outputs that are configured.
   *
   * @return the outputs, {@code aws-firehose:alerts} among them in any case; unmodifiable
   */
  public Set<OutputId> outputs() {
    return parts.outputs();
  }

  /**
   * Whether new rules are to be staged.
   *
   * @return {@code infrastructure.rule_staging.enabled} of {@code global.json}; default false
   */
  public boolean isRuleStagingEnabled() {
    return file(GLOBAL).at("infrastructure", "rule_staging", "enabled").isTruthy();
  }

  /**
   * The first part of the names of everything that is deployed on AWS.
   *
   * @return {@code account.prefix} of {@code global.json}, or empty
   */
  public Optional<String> prefix() {
    return file(GLOBAL).at("account", "prefix").asString();
  }

  /**
   * The region of AWS that StreamAlert is deployed to.
   *
   * @return {@code account.region} of {@code global.json}, or empty
   */
  public Optional<String> region() {
    return file(GLOBAL).at("account", "region").asString();
  }

  /**
   * What a file says, for runtimes that read more of it.
   *
   * @param name its path in the directory without the extension: {@code lambda}, {@code
   *     clusters/prod}. Files of schemas are not kept
   * @return the content, or {@link FieldValue#missing()} where there is no such file
   */
  public FieldValue file(String name) {
    return parts.files().getOrDefault(Objects.requireNonNull(name, "name"), FieldValue.missing());
  }

  /**
   * What is odd but does no harm, such as keys that do not exist.
   *
   * @return a line each, of the form of the lines of a {@link ConfigException}; unmodifiable
   */
  public List<String> warnings() {
    return parts.warnings();
  }
}
