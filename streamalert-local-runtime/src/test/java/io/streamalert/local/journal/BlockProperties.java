package io.streamalert.local.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.normalize.Artifact;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.NotEmpty;

class BlockProperties {

  @Property(tries = 300)
  void whatWasAddedIsRead(@ForAll("records") @NotEmpty List<Tuple2<LogRecord, Instant>> added)
      throws Damage {
    try (BlockBuilder builder = new BlockBuilder()) {
      added.forEach(each -> builder.add(each.get1(), each.get2()));
      int length = builder.bytes();
      Block block = builder.build();

      assertThat(Records.read(block)).extracting(Records::told).isEqualTo(told(added));
      assertThat(block.header().length()).isEqualTo(length);
      assertThat(block.header().earliest()).isLessThanOrEqualTo(block.header().latest());
    }
  }

  @Property(tries = 100)
  void aBuilderCanBeUsedAgain(@ForAll("records") @NotEmpty List<Tuple2<LogRecord, Instant>> added) {
    try (BlockBuilder builder = new BlockBuilder()) {
      added.forEach(each -> builder.add(each.get1(), each.get2()));
      Block first = builder.build();
      added.forEach(each -> builder.add(each.get1(), each.get2()));
      Block second = builder.build();

      assertThat(second.header()).isEqualTo(first.header());
      assertThat(second.payload()).isEqualTo(first.payload());
    }
  }

  @Property(tries = 300)
  void noByteCanChangeUnseen(@ForAll("places") long place, @ForAll("flips") int flip) {
    Block block = Records.block(0, 20);
    byte[] header = block.header().encode();
    byte[] payload = block.payload().clone();
    int at = (int) (place % (header.length + payload.length));
    if (at < header.length) {
      header[at] ^= (byte) flip;
      assertThat(BlockHeader.decode(header)).isNull();
    } else {
      payload[at - header.length] ^= (byte) flip;
      assertThatThrownBy(() -> Payload.read(block.header(), payload)).isInstanceOf(Damage.class);
    }
  }

  private static List<String> told(List<Tuple2<LogRecord, Instant>> added) {
    List<String> told = new ArrayList<>();
    added.forEach(
        each -> told.add(Records.told(each.get1(), each.get2(), Artifact.allOf(each.get1()))));
    return told;
  }

  @Provide
  Arbitrary<Long> places() {
    return Arbitraries.longs().greaterOrEqual(0);
  }

  @Provide
  Arbitrary<Integer> flips() {
    return Arbitraries.integers().between(1, 255);
  }

  @Provide
  Arbitrary<List<Tuple2<LogRecord, Instant>>> records() {
    Arbitrary<Instant> times = Arbitraries.longs()
        .between(-5_000_000_000_000_000L, 5_000_000_000_000_000L)
        .map(micros -> Instant.ofEpochSecond(0, micros * 1000));
    return Combinators.combine(record(), times).as(Tuple::of).list().ofMaxSize(20);
  }

  private static Arbitrary<LogRecord> record() {
    Arbitrary<String> texts = Arbitraries.strings()
        .excludeChars('\ud800')
        .withCharRange(' ', '\ud7ff')
        .ofMaxLength(40);
    Arbitrary<String> names =
        Arbitraries.of("a", "acme", "Straße", "日志", "\ud83d\ude00", "x".repeat(300));
    Arbitrary<Position> positions = Combinators.combine(
            names, Arbitraries.oneOf(names, texts).array(String[].class).ofMaxSize(4))
        .as(Position::of);
    Arbitrary<FieldValue> contents = Arbitraries.maps(texts, texts)
        .ofMaxSize(5)
        .map(fields -> FieldValue.of(fields).with("streamalert_normalization", artifacts(fields)));
    return Combinators.combine(
            names,
            contents,
            positions,
            names,
            Arbitraries.longs().greaterOrEqual(0),
            names.injectNull(0.5))
        .as((name, content, position, parser, ordinal, cluster) -> LogRecord.builder(
                LogType.of(name), content)
            .source(LogSource.of(parser, name))
            .at(position, ordinal)
            .parser(parser)
            .cluster(cluster)
            .build());
  }

  private static FieldValue artifacts(Map<String, String> fields) {
    return FieldValue.of(Map.of("user", List.of(Map.of("values", List.copyOf(fields.values())))));
  }
}
