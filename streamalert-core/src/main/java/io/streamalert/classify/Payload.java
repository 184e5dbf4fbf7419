package io.streamalert.classify;

import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import io.streamalert.record.RawLog;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A raw log as parsers see it: text, and JSON where it is JSON. Each form is made at most once,
 * however many parsers ask. Not thread-safe; valid only during the call it is passed to.
 */
public final class Payload {

  private final RawLog log;
  private final @Nullable JsonReader reader;
  private boolean jsonRead;
  private Optional<FieldValue> json = Optional.empty();
  private boolean textRead;
  private Optional<String> text = Optional.empty();
  private String problem = "";

  Payload(RawLog log, JsonReader reader) {
    this.log = log;
    this.reader = reader;
  }

  private Payload(RawLog log, FieldValue element) {
    this.log = log;
    this.reader = null;
    this.jsonRead = true;
    this.json = Optional.of(element);
    this.textRead = true;
    this.text = element.asString();
  }

  static Payload element(RawLog log, FieldValue element) {
    return new Payload(log, element);
  }

  /**
   * The raw log.
   *
   * @return the raw log; for an element of a split list the log that holds the list
   */
  public RawLog log() {
    return log;
  }

  /**
   * The payload as JSON.
   *
   * @return its value, or empty if it is not JSON
   */
  public Optional<FieldValue> json() {
    if (!jsonRead && reader != null) {
      jsonRead = true;
      json = reader.read(log);
      if (json.isEmpty()) {
        problem = reader.problem();
      }
    }
    return json;
  }

  /**
   * The payload as text.
   *
   * @return its text, or empty if it is not well-formed UTF-8; for an element of a split list only
   *     text has one
   */
  public Optional<String> text() {
    if (!textRead) {
      textRead = true;
      text = log.text();
    }
    return text;
  }

  /** Why the payload is not JSON; asked after {@link #json()}. */
  String jsonProblem() {
    return problem;
  }
}
