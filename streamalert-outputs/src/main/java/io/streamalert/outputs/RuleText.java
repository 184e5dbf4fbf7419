package io.streamalert.outputs;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The description of a rule, taken apart into its fields: a line such as {@code Author: ann} starts
 * one, and the lines after it belong to it. What comes first is the description itself.
 */
final class RuleText {

  private static final Pattern LABEL = Pattern.compile("([A-Za-z0-9 _&-]{1,20}):(?!//)\\s*(.*)");
  private static final Pattern URL = Pattern.compile("https?://\\S+");
  private static final String DESCRIPTION = "description";
  private static final String AUTHOR = "author";
  private static final String MAINTAINER = "maintainer";

  private final Map<String, StringBuilder> fields = new LinkedHashMap<>();

  private RuleText() {}

  static RuleText of(String text) {
    RuleText parsed = new RuleText();
    StringBuilder current = parsed.field(DESCRIPTION);
    for (String raw : text.split("\n", -1)) {
      String line = raw.strip();
      Matcher label = LABEL.matcher(line);
      if (label.matches()) {
        current = parsed.field(label.group(1).strip().toLowerCase(Locale.ROOT));
        line = label.group(2);
      }
      append(current, line);
    }
    return parsed;
  }

  private StringBuilder field(String name) {
    return fields.computeIfAbsent(name, n -> new StringBuilder());
  }

  private static void append(StringBuilder text, String line) {
    boolean joined = text.isEmpty()
        || text.charAt(text.length() - 1) == '\n'
        || URL.matcher(text + line).matches();
    if (line.isEmpty()) {
      text.append(text.isEmpty() ? "" : "\n");
    } else {
      text.append(joined ? "" : " ").append(line);
    }
  }

  private String text(String name) {
    return fields.getOrDefault(name, new StringBuilder()).toString().strip();
  }

  String description() {
    return text(DESCRIPTION);
  }

  String author() {
    return fields.containsKey(AUTHOR) ? text(AUTHOR) : text(MAINTAINER);
  }

  /** All but description and author, by name in lower case. */
  Map<String, String> others() {
    Map<String, String> others = new LinkedHashMap<>();
    fields.keySet().forEach(name -> others.put(name, text(name)));
    others.remove(DESCRIPTION);
    others.remove(AUTHOR);
    others.remove(MAINTAINER);
    return others;
  }
}
