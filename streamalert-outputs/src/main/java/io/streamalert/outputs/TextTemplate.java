package io.streamalert.outputs;

import io.streamalert.publish.Publication;
import io.streamalert.record.FieldValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for values, such as {@code {record[user]}}. Doubled braces stand for themselves;
 * a place whose value is not there stays as it is written.
 */
record TextTemplate(String text) {

  private static final Pattern PLACE =
      Pattern.compile("\\{\\{|\\}\\}|\\{([^{}\\[\\]]+)((?:\\[[^{}\\[\\]]+\\])*)\\}");
  private static final Pattern KEY = Pattern.compile("\\[([^\\]]+)\\]");

  String filled(Publication publication) {
    return PLACE.matcher(text).replaceAll(place -> {
      String written = place.group();
      if (written.length() == 2) {
        return Matcher.quoteReplacement(written.substring(1));
      }
      FieldValue value = publication.get(place.group(1));
      Matcher keys = KEY.matcher(place.group(2));
      while (keys.find()) {
        value = value.at(keys.group(1));
      }
      return Matcher.quoteReplacement(value.exists() ? value.asText() : written);
    });
  }
}
