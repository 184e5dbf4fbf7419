package io.streamalert.config;

import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.record.RawLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a sample is, as far as it decides how its schema is drafted. */
enum SampleForm {
  MAP("a JSON map"),
  LIST("a JSON list"),
  TEXT("text"),
  SCALAR("a JSON number, boolean or null");

  private final String what;

  SampleForm(String what) {
    this.what = what;
  }

  /**
   * A sample that was read.
   *
   * @param form what it is
   * @param value its JSON; missing where it has none
   * @param problem why it has none; empty where it has
   */
  record Read(SampleForm form, FieldValue value, String problem) {

    /** What the sample is, for a person who may take it for something else. */
    String what() {
      return problem.isEmpty() ? form.what : "no JSON: " + problem;
    }
  }

  static List<Read> readAll(List<RawLog> samples) {
    JsonReader reader = new JsonReader();
    List<Read> read = new ArrayList<>(samples.size());
    for (RawLog sample : samples) {
      Optional<FieldValue> json = reader.read(sample);
      read.add(
          json.isPresent()
              ? new Read(of(json.get()), json.get(), "")
              : new Read(TEXT, FieldValue.missing(), reader.problem()));
    }
    return read;
  }

  private static SampleForm of(FieldValue value) {
    return switch (value.kind()) {
      case MAP -> MAP;
      case LIST -> LIST;
      case STRING -> TEXT;
      default -> SCALAR;
    };
  }
}
