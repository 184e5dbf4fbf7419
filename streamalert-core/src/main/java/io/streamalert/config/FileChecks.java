package io.streamalert.config;

import io.streamalert.config.SchemaNode.Status;
import io.streamalert.config.SchemaValidator.Finding;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.settings.Names;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds files against the JSON Schemas that ship. What StreamAlert takes is not refused: unknown
 * keys, and wrong values of keys that nothing uses, are warnings.
 */
final class FileChecks {

  private static final String CONFIGURATION = "configuration";

  private final ConfigSchemas schemas = new ConfigSchemas();
  private final SchemaValidator validator = new SchemaValidator(schemas);
  private final ConfigProblems problems;

  FileChecks(ConfigProblems problems) {
    this.problems = problems;
  }

  /** The keys that a kind of file can have at its top. */
  SchemaNode root(String kind) {
    return schemas.root(kind);
  }

  void check(ConfigFile file) {
    String kind = file.kind();
    if (!ConfigSchemas.KINDS.contains(kind)) {
      warnOfMistyped(file);
    } else if (file.root().exists()) {
      validator.check(kind, file.root()).forEach(finding -> tell(file, finding));
      if (kind.equals(ConfigFile.SCHEMAS)) {
        file.root().fields().forEach((name, log) -> tellUnknownOptions(file, name, log));
      } else {
        tellUnused(file);
      }
    }
  }

  /** Parsers of other names bring options of their own. */
  private void tellUnknownOptions(ConfigFile file, String name, FieldValue log) {
    SchemaNode schema = schemas.root(file.kind()).along(List.of(name, CONFIGURATION));
    boolean known = schemas
        .root(file.kind())
        .along(List.of(name, "parser"))
        .keyword("examples")
        .elements()
        .contains(log.at("parser"));
    for (String option : log.at(CONFIGURATION).fields().keySet()) {
      if (known && !schema.keys().contains(option)) {
        problems.warn(Problem.at(
                file.path(),
                Problem.pointer(name, CONFIGURATION, option),
                "There is no option \"" + option + "\"")
            .choose(option, schema.keys()));
      }
    }
  }

  /** StreamAlert reads any file; one of another name serves nothing. */
  private void warnOfMistyped(ConfigFile file) {
    if (Names.nearest(file.key(), ConfigSchemas.KINDS).isPresent()) {
      problems.warn(Problem.in(file.path(), "is no file that anything reads")
          .choose(file.key(), ConfigSchemas.KINDS));
    }
  }

  private void tell(ConfigFile file, Finding finding) {
    SchemaNode place = schemas.root(file.kind()).along(finding.path());
    FieldValue value = file.root();
    for (String step : finding.path()) {
      value = step(value, step);
    }
    Problem problem = FindingText.problem(file.path(), finding, value, place);
    if (isHarmless(file, finding, place)) {
      problems.warn(problem);
    } else {
      problems.addUnlessTold(problem);
    }
  }

  private static boolean isHarmless(ConfigFile file, Finding finding, SchemaNode place) {
    boolean unknownKey = finding.keyword().equals("additionalProperties")
        && place.extension("unknown").isEmpty();
    boolean unusedFile = file.key().equals("lookup_tables")
        && file.root().kind() == Kind.MAP
        && !LookupTablesFile.isEnabled(file.root());
    return unknownKey || unusedFile || place.status().isUnused();
  }

  private static FieldValue step(FieldValue value, String step) {
    return value.kind() == Kind.LIST
        ? value.elements().get(Integer.parseInt(step))
        : value.at(step);
  }

  private void tellUnused(ConfigFile file) {
    List<String> unused = new ArrayList<>();
    gather(file.root(), schemas.root(file.kind()), "", unused);
    if (!unused.isEmpty()) {
      problems.warn(
          Problem.in(file.path(), "says something that nothing uses: " + String.join(", ", unused))
              .mendedBy("What each key does is in docs/config-keys.md."));
    }
  }

  /** The keys that are set to something and do nothing, where that is to be told. */
  private static void gather(
      FieldValue value, SchemaNode schema, String path, List<String> unused) {
    value
        .fields()
        .forEach((key, inner) -> schema.at(key).ifPresent(place -> {
          String here = path.isEmpty() ? key : path + "." + key;
          if (place.status() == Status.IGNORED) {
            if (inner.isTruthy()) {
              unused.add(here);
            }
          } else {
            gather(inner, place, here, unused);
          }
        }));
  }
}
