package io.streamalert.community.generic;

import static io.streamalert.condition.Condition.anyOf;
import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.value;

import io.streamalert.alert.Severity;
import io.streamalert.condition.Condition;
import io.streamalert.record.LogRecord;
import io.streamalert.rule.Rule;
import io.streamalert.rule.RuleSpec;

/**
 * A command, path or file name has the character U+202E, after which text runs from right to left:
 * it makes {@code exe.txt} of what ends in {@code txt.exe}.
 */
public final class RightToLeftCharacter implements Rule {

  private static final String RIGHT_TO_LEFT_OVERRIDE = "\u202e";

  private static final RuleSpec SPEC = RuleSpec.named("right_to_left_character")
      .description("A name has a character that reverses the text behind it")
      .dataTypes("command", "path", "file_name")
      .severity(Severity.HIGH)
      .attack("T1036.002")
      .references("https://attack.mitre.org/techniques/T1036/002/")
      .falsePositives(
          "Names in languages that are written from right to left, though these hardly need it.")
      .runbook("Look at the file, its origin and what ran it. If it is malware, isolate the host.")
      .where(anyOf(has("command"), has("path"), has("file_name")))
      .build();

  /** Makes the rule. */
  public RightToLeftCharacter() {}

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  private static Condition has(String type) {
    return field(LogRecord.NORMALIZATION_KEY, type)
        .anyElement(field("values").anyElement(value().contains(RIGHT_TO_LEFT_OVERRIDE)));
  }
}
