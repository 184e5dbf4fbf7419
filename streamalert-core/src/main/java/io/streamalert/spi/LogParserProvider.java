package io.streamalert.spi;

import io.streamalert.classify.LogParser;
import io.streamalert.classify.LogSchema;

/**
 * Makes parsers of one format of logs. Implemented by jars that add a format to those that
 * StreamAlert has; see the package for how it is found.
 */
public interface LogParserProvider {

  /**
   * The name of the format, as {@code parser} in a schema.
   *
   * @return the name, such as {@code csv}; the same every time
   */
  String name();

  /**
   * Makes the parser of one schema. Called once per schema and instance.
   *
   * @param schema the schema, whose {@code parser} is {@link #name()}
   * @return the parser; safe for use by many threads
   * @throws io.streamalert.settings.ConfigException if the schema asks for what the format does not
   *     have
   */
  LogParser create(LogSchema schema);
}
