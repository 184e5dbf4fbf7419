package io.streamalert.config;

import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.settings.ConfigException.Problem;
import java.util.Optional;

/** JSON of configuration files, read as StreamAlert 3.5 reads it: the last of equal keys counts. */
final class ConfigJson {

  private ConfigJson() {}

  /** The value, or a missing one after a problem was noted. */
  static FieldValue parse(String file, byte[] json, ConfigProblems problems) {
    JsonReader reader = new JsonReader(StreamAlertConfig.LIMIT_DEPTH);
    Optional<FieldValue> value = reader.read(json);
    if (value.isEmpty()) {
      problems.add(Problem.in(
              file, "is not JSON " + place(json, reader.problemOffset()) + ": " + reader.problem())
          .mendedBy("Check the commas, quotes and brackets just before that place."));
    }
    return value.orElse(FieldValue.missing());
  }

  private static String place(byte[] json, int offset) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < Math.min(offset, json.length); i++) {
      column++;
      if (json[i] == '\n') {
        line++;
        column = 1;
      }
    }
    return "(line " + line + ", column " + column + ")";
  }
}
