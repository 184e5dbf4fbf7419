package io.streamalert.cli;

import io.streamalert.classify.DeadLetter;
import io.streamalert.local.RawLogs;
import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.record.LogSource;
import io.streamalert.record.RawLog;
import java.util.Optional;

/** Takes logs out of lines that are JSON objects. */
final class PayloadField implements RawLogs.Receiver {

  private final String field;
  private final LogSource source;
  private final ClassifyOutput outcomes;
  private final JsonReader reader = new JsonReader();

  /**
   * Takes the text of a field of each line.
   *
   * @param source what the logs count as
   */
  PayloadField(String field, LogSource source, ClassifyOutput outcomes) {
    this.field = field;
    this.source = source;
    this.outcomes = outcomes;
  }

  @Override
  public void log(RawLog line, long number) {
    Optional<String> text =
        reader.read(line).map(object -> object.at(field)).flatMap(FieldValue::asString);
    if (text.isPresent()) {
      outcomes.log(RawLog.of(source, line.position(), text.get()), number);
    } else {
      outcomes.unusable("line " + number + " is no JSON object with a text at \"" + field + "\"");
    }
  }

  @Override
  public void refused(DeadLetter letter, long number) {
    outcomes.refused(letter, number);
  }
}
