package io.streamalert.local.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The frozen vectors of docs/wire/journal.md, which were made by another program. */
class JournalVectorsTest {

  @TempDir
  private Path folder;

  private List<byte[]> vectors;

  @BeforeEach
  void readPage() throws IOException {
    Path root = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .filter(place -> Files.exists(place.resolve("docs/wire/journal.md")))
        .findFirst()
        .orElseThrow();
    String page = Files.readString(root.resolve("docs/wire/journal.md"));
    String text = page.substring(page.indexOf("## Vectors"));
    vectors = Stream.of(text.split("```"))
        .filter(part -> part.matches("[\\s0-9a-f]+[0-9a-f][\\s0-9a-f]+"))
        .map(part -> HexFormat.of().parseHex(part.replaceAll("\\s", "")))
        .toList();
  }

  @Test
  void whatIsWrittenIsTheVector() throws IOException {
    try (Journal journal = Journal.at(folder, Sandbox.INSTANCE, Committed.NOTHING)
            .clock(Clock.fixed(Records.TIME, ZoneOffset.UTC))
            .open();
        BlockBuilder builder = BlockBuilder.uncompressed()) {
      builder.add(first(), Records.TIME).add(second(), Records.TIME.minusNanos(1000));
      journal.append(List.of(new JournalEntry(42, builder.build())));
      journal.confirm();
      journal.seal();
    }

    assertThat(SegmentHeader.file(folder, 1)).hasBinaryContent(joined());
  }

  @Test
  void theVectorIsRead() throws IOException {
    Files.write(SegmentHeader.file(folder, 1), joined());
    JournalEnd end = new JournalEnd(1, vectors.get(0).length + vectors.get(1).length);
    Committed committed = Committed.NOTHING.upTo(end);

    try (Journal journal = Journal.at(folder, Sandbox.INSTANCE, committed).open();
        JournalReader reader = journal.read(journal.segments())) {
      List<StoredRecord> records = reader.next().orElseThrow().records();

      assertThat(journal.segments()).extracting(Segment::sealed).containsExactly(true);
      assertThat(records.get(0).toRecord().id()).isEqualTo(first().id());
      assertThat(records.get(0).json()).isEqualTo(first().toJson());
      assertThat(records.get(0).artifacts()).hasSize(1);
      assertThat(Records.told(records.get(1)))
          .isEqualTo(Records.told(second(), Records.TIME.minusNanos(1000), List.of()));
    }
  }

  private static LogRecord first() {
    return record(
            "{\"user\":\"Ana\",\"streamalert_normalization\":{\"user\":[{\"values\":[\"Ana\"],"
                + "\"function\":\"source\"}]}}")
        .at(place(0), 0)
        .cluster("prod")
        .build();
  }

  private static LogRecord second() {
    return record("{\"user\":\"Bö\"}").at(place(1048576), 7).build();
  }

  private static LogRecord.Builder record(String json) {
    return LogRecord.builder(LogType.of("acme:login"), FieldValue.parse(json))
        .source(LogSource.of("file", "/var/log/acme"));
  }

  private static Position place(long offset) {
    return Position.of("file", "3f2b8c1e-4d5a-4b6c-8d7e-9f0a1b2c3d4e").then(offset);
  }

  private byte[] joined() {
    ByteBuffer all =
        ByteBuffer.allocate(vectors.stream().mapToInt(part -> part.length).sum());
    vectors.forEach(all::put);
    return all.array();
  }
}
