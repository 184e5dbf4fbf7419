package io.streamalert.classify;

import io.streamalert.classify.LogParser.Candidate;
import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.List;

/** How the candidate records of a schema are taken out of a payload. */
sealed interface Extraction {

  List<Candidate> from(Payload payload);

  /** Why there is no candidate in a payload. */
  String nothing(Payload payload);

  /** The payload is the record. */
  record Whole() implements Extraction {
    @Override
    public List<Candidate> from(Payload payload) {
      return payload.json().map(json -> List.of(Candidate.of(json))).orElse(List.of());
    }

    @Override
    public String nothing(Payload payload) {
      return "is not JSON: " + payload.jsonProblem();
    }
  }

  /** The records are at a path. */
  record AtPath(String text, JsonPath path) implements Extraction {
    @Override
    public List<Candidate> from(Payload payload) {
      List<FieldValue> found = payload.json().map(path::find).orElse(List.of());
      List<Candidate> candidates = new ArrayList<>(found.size());
      for (FieldValue value : found) {
        candidates.add(Candidate.of(value));
      }
      return candidates;
    }

    @Override
    public String nothing(Payload payload) {
      return payload.json().isEmpty()
          ? "is not JSON: " + payload.jsonProblem()
          : "has nothing at the path " + text;
    }
  }

  /** A parser of somebody else finds the records. */
  record ByParser(String name, LogParser parser) implements Extraction {
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
  }
}
