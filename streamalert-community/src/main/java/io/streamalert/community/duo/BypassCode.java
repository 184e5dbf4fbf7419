package io.streamalert.community.duo;

import static io.streamalert.condition.Condition.field;

import io.streamalert.condition.Condition;
import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;

/** What an administrator of Duo said of a bypass code. */
final class BypassCode {

  /** An administrator made a code. */
  static final Condition CREATED = field("action").is("bypass_create");

  private BypassCode() {}

  /** What is told of the code, which stands as JSON text in the description; missing if it is no map. */
  static FieldValue of(LogRecord record) {
    return record
        .at("description")
        .asString()
        .flatMap(text -> new JsonReader().read(text))
        .filter(code -> code.kind() == FieldValue.Kind.MAP)
        .orElse(FieldValue.missing());
  }

  /** Whether the code is known, and says nothing for that key. */
  static boolean lacks(LogRecord record, String key) {
    FieldValue code = of(record);
    return code.exists() && code.at(key).isMissing();
  }

  static AlertDetails titled(LogRecord record, String what) {
    return AlertDetails.titled(
        record.at("username").textOr("Somebody") + " made a Duo bypass code " + what);
  }
}
