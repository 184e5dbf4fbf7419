package io.streamalert.config;

import io.streamalert.record.FieldValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the page about all keys from the JSON Schemas. */
final class ConfigKeysPage {

  private static final String HEAD = """
      # Keys of the configuration

      Every key of a StreamAlert 3.5 `conf` directory, and what becomes of it here. This page is made from the JSON Schemas in
      `streamalert-core/src/main/resources/io/streamalert/config/schema`, which editors can use too: point yours to
      `global.schema.json` for `global.json`, and so on. Change the schemas, then write the page anew:

      ```
      mvn -q test -pl streamalert-core -Dtest=ConfigKeysTest -Dstreamalert.docs.write=true
      ```

      | here | means |
      | --- | --- |
      | honoured | the key does what its line says |
      | checked | a wrong value is told; nothing else is done with it |
      | ignored with a warning | it does nothing. One warning for each file names the keys of this sort that are set |
      | ignored quietly | it does nothing, and no warning says so: it concerns what is deployed on AWS |
      | refused | what needs it cannot be used |

      A key inside another shares its lot unless its own line says otherwise. A wrong value of a key that does nothing is a warning; of any other key an
      error. A key that is not on this page is a warning with the nearest key that is. A word in angle brackets stands for a name of yours. `lookup_tables.json`
      is checked for errors only where it is enabled.
      """;

  private final ConfigSchemas schemas = new ConfigSchemas();
  private final StringBuilder page = new StringBuilder(HEAD);

  static String text() {
    ConfigKeysPage page = new ConfigKeysPage();
    ConfigSchemas.KINDS.forEach(page::file);
    return page.page.toString();
  }

  private void file(String kind) {
    SchemaNode root = schemas.root(kind);
    String title = root.keyword("title").asText();
    page.append("\n## ").append(title.substring(title.indexOf(':') + 2)).append("\n\n");
    page.append(root.keyword("description").asText()).append("\n");
    root.extension("note").ifPresent(note -> page.append('\n').append(note).append('\n'));
    page.append(
        "\n| key | type | default | here | what it is |\n| --- | --- | --- | --- | --- |\n");
    below(root, "");
  }

  private void below(SchemaNode node, String path) {
    node.properties().forEach((key, child) -> {
      if (!key.startsWith("$")) {
        key(child, path.isEmpty() ? key : path + "." + key);
      }
    });
    other(node).ifPresent(child -> {
      String name = "<" + child.extension("name").orElse("name") + ">";
      key(child, path.isEmpty() ? name : path + "." + name);
    });
    node.items()
        .filter(items -> !items.keys().isEmpty())
        .ifPresent(items -> below(items, path + "[]"));
  }

  /** Types nest in types: the first says it all. */
  private static Optional<SchemaNode> other(SchemaNode node) {
    return node.anyOther()
        .filter(child -> child.extension("name").isPresent())
        .filter(child -> !child.keyword("description").equals(node.keyword("description")));
  }

  private void key(SchemaNode node, String path) {
    String about = node.keyword("description").asText()
        + node.extension("note").map(note -> " " + note).orElse("");
    List<String> cells = List.of(
        "`" + path + "`",
        type(node),
        node.keyword("default").exists() ? "`" + node.keyword("default").toJson() + "`" : "",
        lot(node.status()),
        about);
    page.append("| ").append(String.join(" | ", cells)).append(" |\n");
    below(node, path);
  }

  private static String lot(SchemaNode.Status status) {
    return switch (status) {
      case IGNORED -> "ignored with a warning";
      case QUIET -> "ignored quietly";
      default -> status.name().toLowerCase(Locale.ROOT);
    };
  }

  private static String type(SchemaNode node) {
    FieldValue choices = node.keyword("enum");
    if (choices.exists()) {
      return choices.elements().stream()
          .map(choice -> "`" + choice.asText() + "`")
          .collect(Collectors.joining(", "));
    }
    FieldValue type = node.keyword("type");
    return type.elements().isEmpty()
        ? word(type.asText())
        : type.elements().stream()
            .map(one -> word(one.asText()))
            .collect(Collectors.joining(" or "));
  }

  private static String word(String type) {
    return switch (type) {
      case "object" -> "map";
      case "array" -> "list";
      case "string" -> "text";
      case "integer" -> "whole number";
      case "" -> "any";
      default -> type;
    };
  }
}
