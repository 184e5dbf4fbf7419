package io.streamalert.classify;

import io.streamalert.classify.LogParser.Candidate;
import io.streamalert.record.FieldValue;
import java.util.List;

/**
 * A parser that was added finds the records.
 *
 * @param name its name
 * @param parser the parser
 */
record ForeignParser(String name, LogParser parser) implements Extraction {

  @Override
  public List<Candidate> from(Payload payload) {
    try {
      return parser.parse(payload);
    } catch (RuntimeException | StackOverflowError broken) {
      String what = "the parser " + name + " failed with " + broken.getClass().getName();
      return List.of(Candidate.rejected(FieldValue.missing(), what));
    }
  }

  @Override
  public String nothing(Payload payload) {
    return "is not of the form of the parser " + name;
  }

  @Override
  public Takes takes() {
    return Takes.anything();
  }
}
