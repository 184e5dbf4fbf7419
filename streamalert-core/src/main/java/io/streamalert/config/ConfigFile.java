package io.streamalert.config;

import io.streamalert.record.FieldValue;

/**
 * A file of a configuration directory.
 *
 * @param key its path in the directory without the extension, such as {@code clusters/prod}
 * @param path how messages name it
 * @param root what it holds; missing where it is not JSON
 */
record ConfigFile(String key, String path, FieldValue root) {

  static final String SCHEMAS = "schemas";
  static final String CLUSTERS = "clusters";
  static final String SINGLE_SCHEMA_FILE = "logs";

  /** Which files are alike: the folder, or the name of a file that stands alone. */
  String kind() {
    int slash = key.indexOf('/');
    if (slash >= 0) {
      return key.substring(0, slash);
    }
    boolean folder = key.equals(SCHEMAS) || key.equals(CLUSTERS);
    return folder ? key + ".json" : key.equals(SINGLE_SCHEMA_FILE) ? SCHEMAS : key;
  }

  /** The name without folder and extension. */
  String name() {
    return key.substring(key.indexOf('/') + 1);
  }
}
