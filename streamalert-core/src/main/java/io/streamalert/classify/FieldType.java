package io.streamalert.classify;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a schema says of a field. Values are converted where that is possible without loss of
 * meaning, by the table of StreamAlert 3.5; null and empty values fit every type. Immutable.
 */
public final class FieldType {

  enum Word {
    STRING,
    INTEGER,
    FLOAT,
    BOOLEAN,
    LIST,
    ANY,
    MAP
  }

  private static final FieldValue ZERO = FieldValue.of(0);
  private static final FieldValue ZERO_POINT_ZERO = FieldValue.of(0.0);
  private static final FieldValue FALSE = FieldValue.of(false);
  private static final FieldValue EMPTY_TEXT = FieldValue.of("");
  private static final FieldValue EMPTY_LIST = FieldValue.list(List.of());
  private static final FieldValue EMPTY_MAP = FieldValue.map(Map.of());

  private static final FieldType STRING = new FieldType(Word.STRING, Map.of());
  private static final FieldType INTEGER = new FieldType(Word.INTEGER, Map.of());
  private static final FieldType FLOAT = new FieldType(Word.FLOAT, Map.of());
  private static final FieldType BOOLEAN = new FieldType(Word.BOOLEAN, Map.of());
  private static final FieldType LIST = new FieldType(Word.LIST, Map.of());
  private static final FieldType ANY = new FieldType(Word.ANY, Map.of());

  private final Word word;
  private final Map<String, FieldType> fields;

  private FieldType(Word word, Map<String, FieldType> fields) {
    this.word = word;
    this.fields = fields;
  }

  /**
   * The type of a schema word.
   *
   * @param word {@code string}, {@code integer}, {@code float} or {@code boolean}
   * @return the type, or empty for any other word
   */
  public static Optional<FieldType> of(String word) {
    return switch (word) {
      case "string" -> Optional.of(STRING);
      case "integer" -> Optional.of(INTEGER);
      case "float" -> Optional.of(FLOAT);
      case "boolean" -> Optional.of(BOOLEAN);
      default -> Optional.empty();
    };
  }

  /**
   * Text; every other value is turned into its text form.
   *
   * @return the type {@code "string"}
   */
  public static FieldType string() {
    return STRING;
  }

  /**
   * A whole number of any size; text of digits is converted, fractions are cut off.
   *
   * @return the type {@code "integer"}
   */
  public static FieldType integer() {
    return INTEGER;
  }

  /**
   * A number; numeric text is converted.
   *
   * @return the type {@code "float"}
   */
  public static FieldType floating() {
    return FLOAT;
  }

  /**
   * True or false; only {@code true} in any case is true.
   *
   * @return the type {@code "boolean"}
   */
  public static FieldType bool() {
    return BOOLEAN;
  }

  /**
   * A list of anything.
   *
   * @return the type {@code []}
   */
  public static FieldType list() {
    return LIST;
  }

  /**
   * Any value at all.
   *
   * @return the type <code>{}</code>
   */
  public static FieldType any() {
    return ANY;
  }

  /**
   * A map with exactly these fields.
   *
   * @param fields the types by key; none gives {@link #any()}
   * @return the type
   */
  public static FieldType map(Map<String, FieldType> fields) {
    return fields.isEmpty()
        ? ANY
        : new FieldType(Word.MAP, Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
  }

  /** The type that a schema file writes as a word, a list or a map; empty where it is none. */
  static Optional<FieldType> declared(FieldValue type) {
    if (type.kind() == Kind.LIST) {
      return Optional.of(LIST);
    }
    if (type.kind() != Kind.MAP) {
      return of(type.asText());
    }
    Map<String, FieldType> fields = new LinkedHashMap<>();
    for (Map.Entry<String, FieldValue> field : type.fields().entrySet()) {
      Optional<FieldType> inner = declared(field.getValue());
      if (inner.isEmpty()) {
        return inner;
      }
      fields.put(field.getKey(), inner.get());
    }
    return Optional.of(map(fields));
  }

  /**
   * What a record gets where an optional field of this type is absent.
   *
   * @return {@code ""}, {@code 0}, {@code 0.0}, {@code false}, {@code []} or <code>{}</code>
   */
  public FieldValue emptyValue() {
    return switch (word) {
      case STRING -> EMPTY_TEXT;
      case INTEGER -> ZERO;
      case FLOAT -> ZERO_POINT_ZERO;
      case BOOLEAN -> FALSE;
      case LIST -> EMPTY_LIST;
      case ANY, MAP -> EMPTY_MAP;
    };
  }

  Word word() {
    return word;
  }

  /**
   * The fields that a map of this type must have.
   *
   * @return the types by key; empty where this is no map, or a map of anything; unmodifiable
   */
  public Map<String, FieldType> fields() {
    return fields;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldType that && word == that.word && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return 31 * word.hashCode() + fields.hashCode();
  }

  /** {@return the type as a schema file writes it, in words} */
  @Override
  public String toString() {
    return switch (word) {
      case LIST -> "[]";
      case ANY -> "{}";
      case MAP -> fields.toString();
      default -> word.name().toLowerCase(java.util.Locale.ROOT);
    };
  }
}
