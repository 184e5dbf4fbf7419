package io.streamalert.record;

import io.burt.jmespath.BaseRuntime;
import io.burt.jmespath.JmesPathType;
import io.burt.jmespath.RuntimeConfiguration;
import io.streamalert.record.FieldValue.Kind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets the JMESPath library walk field values as they are. A function applied to a value of the
 * wrong type gives null, so that the query simply finds nothing.
 */
final class FieldValueRuntime extends BaseRuntime<FieldValue> {

  private static final FieldValue NULL = FieldValue.of(null);

  FieldValueRuntime() {
    super(RuntimeConfiguration.builder().withSilentTypeErrors(true).build());
  }

  @Override
  public FieldValue parseString(String json) {
    return FieldValue.parse(json);
  }

  @Override
  public List<FieldValue> toList(FieldValue value) {
    return value.kind() == Kind.MAP ? List.copyOf(value.fields().values()) : value.elements();
  }

  @Override
  public String toString(FieldValue value) {
    return value.asString().orElseGet(value::toJson);
  }

  @Override
  public @Nullable Number toNumber(FieldValue value) {
    return value.toJava() instanceof Number number ? number : null;
  }

  /** Truth as JMESPath has it: other than in Python, zero is true. */
  @Override
  public boolean isTruthy(FieldValue value) {
    return value.kind() == Kind.INTEGER || value.kind() == Kind.FLOAT || value.isTruthy();
  }

  @Override
  public JmesPathType typeOf(FieldValue value) {
    return switch (value.kind()) {
      case MISSING, NULL -> JmesPathType.NULL;
      case BOOLEAN -> JmesPathType.BOOLEAN;
      case INTEGER, FLOAT -> JmesPathType.NUMBER;
      case STRING -> JmesPathType.STRING;
      case LIST -> JmesPathType.ARRAY;
      case MAP -> JmesPathType.OBJECT;
    };
  }

  @Override
  public FieldValue getProperty(FieldValue value, FieldValue key) {
    FieldValue found = value.at(toString(key));
    return found.exists() ? found : NULL;
  }

  @Override
  public Collection<FieldValue> getPropertyNames(FieldValue value) {
    return value.fields().keySet().stream().map(FieldValue::of).toList();
  }

  @Override
  public FieldValue createNull() {
    return NULL;
  }

  @Override
  public FieldValue createArray(Collection<FieldValue> elements) {
    return FieldValue.list(List.copyOf(elements));
  }

  @Override
  public FieldValue createString(String text) {
    return FieldValue.of(text);
  }

  @Override
  public FieldValue createBoolean(boolean truth) {
    return FieldValue.of(truth);
  }

  @Override
  public FieldValue createObject(Map<FieldValue, FieldValue> fields) {
    Map<String, FieldValue> byName = new LinkedHashMap<>();
    fields.forEach((key, value) -> byName.put(toString(key), value));
    return FieldValue.map(byName);
  }

  @Override
  public FieldValue createNumber(double number) {
    return FieldValue.of(number);
  }

  @Override
  public FieldValue createNumber(long number) {
    return FieldValue.of(number);
  }
}
