package io.streamalert.classify;

import io.streamalert.classify.LogParser.Candidate;
import io.streamalert.record.FieldValue;
import java.util.List;

/** The payload is the record, whatever it is: what a schema without fields means. */
record Anything() implements Extraction {

  @Override
  public List<Candidate> from(Payload payload) {
    return payload
        .json()
        .or(() -> payload.text().map(FieldValue::of))
        .map(value -> List.of(Candidate.of(value)))
        .orElse(List.of());
  }

  @Override
  public String nothing(Payload payload) {
    return "is neither JSON nor UTF-8 text";
  }

  @Override
  public Takes takes() {
    return Takes.anything();
  }
}
