package io.streamalert.classify;

import io.streamalert.record.FieldNames;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.record.JsonReader;
import io.streamalert.record.NamedFields;
import io.streamalert.record.RawLog;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A raw log as parsers see it: text, and JSON where it is JSON. Each form is made at most once,
 * however many parsers ask. Not thread-safe; valid only during the call it is passed to.
 */
public final class Payload {

  /** What a payload is, as far as it decides which schemas can take it. */
  enum Form {
    MAP,
    LIST,
    /** A JSON string. */
    TEXT,
    /** A number, true, false or null. */
    SCALAR,
    /** Not JSON. */
    PLAIN
  }

  private final RawLog log;
  private final JsonReader reader;
  private boolean jsonRead;
  private Optional<FieldValue> json = Optional.empty();
  private boolean textRead;
  private Optional<String> text = Optional.empty();
  private String problem = "";
  private @Nullable NamedFields named;
  private @Nullable CsvDialect rowsIn;
  private Optional<List<List<String>>> rows = Optional.empty();

  Payload(RawLog log, JsonReader reader) {
    this.log = log;
    this.reader = reader;
  }

  private Payload(RawLog log, FieldValue element, JsonReader reader) {
    this.log = log;
    this.reader = reader;
    this.jsonRead = true;
    this.json = Optional.of(element);
    this.textRead = true;
    this.text = element.asString();
  }

  /**
   * A payload for trying a parser by hand.
   *
   * @param log the raw log
   * @return the payload
   */
  public static Payload of(RawLog log) {
    return new Payload(log, new JsonReader());
  }

  static Payload element(RawLog log, FieldValue element, JsonReader reader) {
    return new Payload(log, element, reader);
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
   * The payload as JSON. Of a source that holds documents and lines, such as {@code s3}, a JSON
   * string that is itself JSON is taken for what it holds, as StreamAlert 3.5 does.
   *
   * @return its value, or empty if it is not JSON
   */
  public Optional<FieldValue> json() {
    if (!jsonRead) {
      jsonRead = true;
      json = reader.read(log);
      if (json.isEmpty()) {
        problem = reader.problem();
      } else if (json.get().kind() == Kind.STRING && !log.source().hasMessages()) {
        json = json.get().asString().flatMap(reader::read).or(() -> json);
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

  /** The text where the payload is text and not JSON of another kind: what text parsers read. */
  Optional<String> plainText() {
    return json().isPresent() ? json().get().asString() : text();
  }

  Form form() {
    if (json().isEmpty()) {
      return Form.PLAIN;
    }
    return switch (json().get().kind()) {
      case MAP -> Form.MAP;
      case LIST -> Form.LIST;
      case STRING -> Form.TEXT;
      default -> Form.SCALAR;
    };
  }

  /** The rows of the text in a dialect; read once for all schemas that have the same. */
  Optional<List<List<String>>> rows(CsvDialect dialect) {
    if (!dialect.equals(rowsIn)) {
      rowsIn = dialect;
      rows = plainText().flatMap(dialect::rows);
    }
    return rows;
  }

  /** Reads JSON that stands inside the payload as text. */
  Optional<FieldValue> read(String inner) {
    return reader.read(inner);
  }

  /** The names that the payload itself has; looked up once for all who ask with the same names. */
  @SuppressWarnings("ReferenceEquality") // the same set, which is never made twice
  NamedFields named(FieldNames names, FieldValue itself) {
    if (named == null || named.names() != names) {
      named = names.in(itself);
    }
    return named;
  }

  /** Why the payload is not JSON; asked after {@link #json()}. */
  String jsonProblem() {
    return problem;
  }
}
