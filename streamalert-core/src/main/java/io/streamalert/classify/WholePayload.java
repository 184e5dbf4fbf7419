package io.streamalert.classify;

import io.streamalert.classify.LogParser.Candidate;
import java.util.List;

/** The payload is the record. */
record WholePayload() implements Extraction {

  @Override
  public List<Candidate> from(Payload payload) {
    return payload.json().map(json -> List.of(Candidate.of(json))).orElse(List.of());
  }

  @Override
  public String nothing(Payload payload) {
    return Extraction.notJson(payload);
  }

  @Override
  public Takes takes() {
    return Takes.of(Payload.Form.MAP);
  }
}
