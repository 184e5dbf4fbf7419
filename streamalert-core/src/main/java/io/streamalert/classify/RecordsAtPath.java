package io.streamalert.classify;

import io.streamalert.classify.LogParser.Candidate;
import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records are at a path of a JSON payload. */
final class RecordsAtPath implements Extraction {

  private final String text;
  private final RecordPath path;

  RecordsAtPath(String text, RecordPath path) {
    this.text = text;
    this.path = path;
  }

  List<FieldValue> values(Payload payload) {
    return payload.json().map(path::find).orElse(List.of());
  }

  @Override
  public List<Candidate> from(Payload payload) {
    List<FieldValue> found = values(payload);
    List<Candidate> candidates = new ArrayList<>(found.size());
    for (FieldValue value : found) {
      candidates.add(Candidate.of(value));
    }
    return candidates;
  }

  @Override
  public String nothing(Payload payload) {
    return payload.json().isEmpty()
        ? Extraction.notJson(payload)
        : "has nothing at the path " + text;
  }

  @Override
  public Takes takes() {
    return path.takes();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecordsAtPath that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
