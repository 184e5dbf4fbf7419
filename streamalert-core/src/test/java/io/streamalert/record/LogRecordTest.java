package io.streamalert.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LogRecordTest {

  @Test
  void aRecordForATestNeedsOnlyTypeAndJson() {
    LogRecord record = LogRecord.of("acme:login", "{\"user\": {\"name\": \"ann\"}}");

    assertThat(record.type()).isEqualTo(LogType.of("acme:login"));
    assertThat(record.at("user", "name").is("ann")).isTrue();
    assertThat(record.source()).hasToString("memory:records");
    assertThat(record.id()).isNotEqualTo(LogRecord.of("acme:login", "{}").id());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogRecord.of("acme:login", "{"))
        .withMessageContaining("byte");
    assertThatIllegalArgumentException().isThrownBy(() -> LogRecord.of("", "{}"));
  }

  @Test
  void aRawLogForATestNeedsOnlyText() {
    RawLog log = RawLog.of("x|y");

    assertThat(log.text()).contains("x|y");
    assertThat(log.source()).hasToString("memory:records");
    assertThat(log.position()).isNotEqualTo(RawLog.of("x|y").position());
  }

  @Test
  void aDerivedFieldIsNotWorkedOutForKeysThatItCannotHave() {
    AtomicInteger asked = new AtomicInteger();
    LogRecord record = LogRecord.of("acme:login", "{\"n\": 1}")
        .withDerived("d", derivation(Set.of("a", "b"), base -> {
          asked.incrementAndGet();
          return FieldValue.of(Map.of("a", Map.of("c", base.at("n"))));
        }));

    assertThat(record.at("d", "x").exists()).isFalse();
    assertThat(record.at("d", "x", "c").exists()).isFalse();
    assertThat(record.at(FieldPath.of("d", "x", "c")).exists()).isFalse();
    assertThat(asked).hasValue(0);

    assertThat(record.at(FieldPath.of("d", "a", "c")).is(1)).isTrue();
    assertThat(record.at("d", "a", "c").is(1)).isTrue();
    assertThat(record.at("d", "b").exists()).isFalse();
    assertThat(record.at("d")).isEqualTo(FieldValue.of(Map.of("a", Map.of("c", 1))));
    assertThat(asked).hasValue(1);
  }

  @Test
  void aDetachedRecordDerivesItsFieldsAnew() {
    List<LogRecord> derivedFrom = new ArrayList<>();
    LogRecord record = LogRecord.of("acme:login", "{\"n\": 1}")
        .withDerived("d", derivation(Set.of("a"), base -> {
          derivedFrom.add(base);
          return FieldValue.of(Map.of("a", base.at("n")));
        }))
        .with("later", FieldValue.of(true));
    RecordId id = record.id();

    LogRecord detached = record.detached();

    assertThat(derivedFrom).isEmpty();
    assertThat(detached.content()).isEqualTo(record.content());
    assertThat(detached.toJson()).isEqualTo("{\"n\":1,\"d\":{\"a\":1},\"later\":true}");
    assertThat(detached.id()).isEqualTo(id);
    assertThat(derivedFrom).hasSize(2).extracting(LogRecord::id).containsOnly(id);
    assertThat(derivedFrom).extracting(LogRecord::toJson).containsOnly("{\"n\":1}");
  }

  private static LogRecord.Derivation derivation(
      Set<String> keys, Function<LogRecord, FieldValue> derivation) {
    return new LogRecord.Derivation() {
      @Override
      public Set<String> keys() {
        return keys;
      }

      @Override
      public FieldValue derive(LogRecord record) {
        return derivation.apply(record);
      }

      @Override
      public boolean isAscii() {
        return true;
      }
    };
  }
}
