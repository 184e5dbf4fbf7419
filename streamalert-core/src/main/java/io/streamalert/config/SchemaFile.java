package io.streamalert.config;

import io.streamalert.classify.FieldType;
import io.streamalert.classify.LogSchema;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.settings.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a file of {@code schemas/}: log names to their schema, parser and configuration. */
final class SchemaFile {

  private static final List<String> TYPES = List.of("string", "integer", "float", "boolean");
  private static final String OPTIONAL_KEYS = "optional_top_level_keys";

  private final String file;
  private final ConfigProblems problems;
  private final Set<String> leftOut = new HashSet<>();

  SchemaFile(String file, ConfigProblems problems) {
    this.file = file;
    this.problems = problems;
  }

  List<LogSchema> read(FieldValue root) {
    List<LogSchema> schemas = new ArrayList<>();
    if (!root.exists()) {
      return schemas;
    }
    if (root.kind() != Kind.MAP) {
      problems.add(Problem.in(file, "is not a map of log types")
          .mendedBy("Write {\"NAME\": {\"schema\": …, \"parser\": …}}."));
      return schemas;
    }
    root.fields().forEach((name, log) -> readLog(name, log, schemas));
    return schemas;
  }

  private void readLog(String name, FieldValue log, List<LogSchema> schemas) {
    if (name.isEmpty()) {
      problem(Problem.pointer(name), "A log type needs a name");
    } else if (log.at("schema").kind() != Kind.MAP) {
      problem(Problem.pointer(name, "schema"), "The log type has no schema");
    } else if (log.at("parser").asString().isEmpty()) {
      problem(Problem.pointer(name, "parser"), "The log type names no parser");
    } else {
      LogSchema schema = schema(name, log);
      if (!leftOut.contains(name)) {
        schemas.add(schema);
      }
    }
  }

  private LogSchema schema(String name, FieldValue log) {
    FieldValue configuration = log.at("configuration");
    Set<String> optional = optionalKeys(name, log.at("schema"), configuration);
    LogSchema.Builder schema =
        LogSchema.named(name).parser(log.at("parser").asString().orElseThrow());
    log.at("schema").fields().forEach((key, type) -> {
      FieldType fieldType = type(type, name, "schema", key);
      if (optional.contains(key)) {
        schema.optionalField(key, fieldType);
      } else {
        schema.field(key, fieldType);
      }
    });
    checkPriority(name, configuration.at("priority"));
    configuration.fields().forEach((option, value) -> {
      if (!option.equals(OPTIONAL_KEYS)) {
        schema.option(option, value);
      }
    });
    return schema.build();
  }

  private void checkPriority(String name, FieldValue priority) {
    if (priority.exists() && !priority.asText().strip().matches("-?[0-9]{1,18}")) {
      problems.add(Problem.at(
              file,
              Problem.pointer(name, "configuration", "priority"),
              "The priority is no whole number")
          .mendedBy("Write a number; lower ones are tried first."));
    }
  }

  private Set<String> optionalKeys(String name, FieldValue schema, FieldValue configuration) {
    Set<String> keys = new LinkedHashSet<>();
    for (FieldValue key : configuration.at(OPTIONAL_KEYS).elements()) {
      if (schema.at(key.asText()).exists()) {
        keys.add(key.asText());
      } else {
        problems.add(Problem.at(
                file,
                Problem.pointer(name, "configuration", OPTIONAL_KEYS),
                "The optional key is not in the schema")
            .choose(key.asText(), schema.fields().keySet()));
      }
    }
    return keys;
  }

  private FieldType type(FieldValue type, String... pointer) {
    if (type.kind() == Kind.LIST) {
      return FieldType.list();
    }
    if (type.kind() == Kind.MAP) {
      Map<String, FieldType> fields = new LinkedHashMap<>();
      type.fields().forEach((key, inner) -> fields.put(key, type(inner, longer(pointer, key))));
      return FieldType.map(fields);
    }
    return FieldType.of(type.asText()).orElseGet(() -> {
      unknownType(type.asText(), pointer);
      return FieldType.any();
    });
  }

  /** A slip is to be mended. Any other word StreamAlert takes, and then no log fits the schema. */
  private void unknownType(String word, String... pointer) {
    String what = "\"" + word + "\" is no type";
    String place = Problem.pointer(pointer);
    boolean abbreviated = word.length() > 1 && TYPES.stream().anyMatch(t -> t.startsWith(word));
    if (abbreviated || Names.nearest(word, TYPES).isPresent()) {
      problems.add(Problem.at(file, place, what).choose(word, TYPES));
    } else {
      problems.warn(
          Problem.at(file, place, what + ", so the log type " + pointer[0] + " is left out")
              .choose(word, TYPES));
      leftOut.add(pointer[0]);
    }
  }

  private static String[] longer(String[] pointer, String key) {
    String[] longer = Arrays.copyOf(pointer, pointer.length + 1);
    longer[pointer.length] = key;
    return longer;
  }

  private void problem(String pointer, String what) {
    problems.add(Problem.at(file, pointer, what)
        .mendedBy("Each log type needs \"schema\", a map, and \"parser\", a name."));
  }
}
