package io.streamalert.classify;

import io.streamalert.classify.LogParser.Candidate;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.List;
import java.util.Optional;

/**
 * The records are texts at a path of a JSON payload, each JSON itself.
 *
 * @param texts where they are
 */
record EmbeddedJson(RecordsAtPath texts) implements Extraction {

  @Override
  public List<Candidate> from(Payload payload) {
    return texts.values(payload).stream().map(text -> read(text, payload)).toList();
  }

  private static Candidate read(FieldValue text, Payload payload) {
    Optional<FieldValue> read = text.asString().flatMap(payload::read);
    return read.filter(value -> value.kind() == Kind.MAP)
        .map(Candidate::of)
        .orElseGet(() -> Candidate.rejected(text, "is no text that holds a JSON map"));
  }

  @Override
  public String nothing(Payload payload) {
    return texts.nothing(payload);
  }

  @Override
  public Takes takes() {
    return texts.takes();
  }
}
