package io.streamalert.local.journal;

import io.streamalert.normalize.Artifact;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Records for tests of the journal. */
final class Records {

  static final Instant TIME = Instant.parse("2024-05-01T10:00:00.123456Z");

  private Records() {}

  /** The record of this number: a few hundred bytes, with two artifacts. */
  static LogRecord numbered(int number) {
    String json = "{\"user\":\"alice" + number + "\",\"addr\":\"192.0.2.1\",\"é\":[1.50,null,true],"
        + "\"streamalert_normalization\":{\"ip_address\":[{\"values\":[\"192.0.2.1\"],"
        + "\"function\":\"source\"}],\"user\":[{\"values\":[\"alice" + number + "\"]}]}}";
    return LogRecord.builder(LogType.of("acme:login"), FieldValue.parse(json))
        .source(LogSource.of("file", "/var/log/acme"))
        .at(Position.of("file", "generation").then(number * 100L), 0)
        .cluster("prod")
        .build();
  }

  static Block block(int from, int count) {
    try (BlockBuilder builder = new BlockBuilder()) {
      IntStream.range(from, from + count).forEach(n -> builder.add(numbered(n), TIME));
      return builder.build();
    }
  }

  /** A block of one record that cannot be compressed much. */
  static Block ofNoise(BlockBuilder builder, long seed, int size) {
    byte[] noise = new byte[size];
    new Random(seed).nextBytes(noise);
    String json = "{\"noise\":\"" + Base64.getEncoder().encodeToString(noise) + "\"}";
    return builder.add(LogRecord.of("acme:noise", json), TIME).build();
  }

  static List<StoredRecord> read(Block block) throws Damage {
    return Payload.read(block.header(), block.payload());
  }

  /** All that is told of a record, as one text. */
  static String told(StoredRecord stored) {
    return told(stored.toRecord(), stored.classified(), stored.artifacts());
  }

  static String told(LogRecord record, Instant time, List<Artifact> artifacts) {
    return record.id() + " " + time + " " + record.type() + " " + record.source() + " "
        + record.position().kind() + record.position().parts() + record.ordinal() + " "
        + record.cluster() + record.parser() + record.toJson()
        + artifacts.stream().map(Artifact::toJson).toList();
  }
}
