package io.streamalert.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.streamalert.classify.LogParser;
import io.streamalert.classify.LogParser.Candidate;
import io.streamalert.classify.LogSchema;
import io.streamalert.classify.Payload;
import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.spi.LogParserProvider;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link LogParser} does. The test of a parser extends this class and adds what the
 * records of its format are:
 *
 * <pre>{@code
 * class MyParserTest extends LogParserContract {
 *   @Override
 *   protected LogParserProvider provider() {
 *     return new MyParserProvider();
 *   }
 *
 *   @Override
 *   protected LogSchema schema() {
 *     return LogSchema.named("my:log").parser("mine").field("user", FieldType.string()).build();
 *   }
 *
 *   @Override
 *   protected List<String> samples() {
 *     return List.of("user<alice>");
 *   }
 * }
 * }</pre>
 */
public abstract class LogParserContract {

  private static final int THREADS = 4;
  private static final int TRIALS = 300;
  private static final long SEED = 20_260_101;
  private static final String SECRET = "correct-horse-battery";
  private static final LogSource SOURCE = LogSource.of("memory", "contract");

  /** For subclasses. */
  protected LogParserContract() {}

  /**
   * Makes the provider of the parser.
   *
   * @return the provider
   */
  protected abstract LogParserProvider provider();

  /**
   * A schema of the format.
   *
   * @return a schema whose parser is the one of the provider
   */
  protected abstract LogSchema schema();

  /**
   * Payloads of the format.
   *
   * @return at least one text, each with at least one record of the schema
   */
  protected abstract List<String> samples();

  @Test
  final void schemaNamesTheParser() {
    assertThat(schema().parser()).isEqualTo(provider().name()).isNotBlank();
  }

  @Test
  final void samplesGiveRecords() {
    LogParser parser = parser();

    assertThat(samples())
        .isNotEmpty()
        .allSatisfy(sample -> assertThat(parse(parser, sample))
            .as("the candidates of a sample")
            .anySatisfy(candidate -> {
              assertThat(candidate.problem()).isEmpty();
              assertThat(candidate.value().kind()).isEqualTo(Kind.MAP);
            }));
  }

  @Test
  final void answersAreTheSameEachTime() {
    LogParser parser = parser();
    LogParser other = parser();

    assertThat(samples())
        .allSatisfy(sample -> assertThat(parse(parser, sample))
            .isEqualTo(parse(parser, sample))
            .isEqualTo(parse(other, sample)));
  }

  @Test
  final void payloadsOfOtherFormsAreNoErrors() {
    LogParser parser = parser();
    for (String other : List.of(
        "",
        " ",
        "\n",
        "\0",
        "{",
        "{}",
        "[]",
        "[1,{}]",
        "null",
        "0",
        "\"text\"",
        "{\"a\":{\"b\":[]}}",
        "a,b,c",
        "a=1 b=2",
        "<xml/>",
        "\ufeff{}",
        "\ud83d\ude00")) {
      assertThatCode(() -> assertThat(parse(parser, other)).isNotNull().doesNotContainNull())
          .as("the payload %s", FieldValue.of(other).toJson())
          .doesNotThrowAnyException();
    }
  }

  @Test
  final void bytesThatAreNoTextAreNoErrors() {
    LogParser parser = parser();
    Random random = new Random(SEED);
    for (int i = 0; i < TRIALS; i++) {
      byte[] bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      assertThatCode(() -> parse(parser, bytes)).as("random bytes").doesNotThrowAnyException();
    }
  }

  /** Samples that were cut, or of which a sign is another. */
  @Test
  final void brokenSamplesAreNoErrors() {
    LogParser parser = parser();
    Random random = new Random(SEED);
    for (String sample : samples()) {
      byte[] bytes = sample.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < TRIALS; i++) {
        byte[] broken = bytes.clone();
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
        assertThatCode(() -> parse(parser, broken))
            .as("a changed sample")
            .doesNotThrowAnyException();
      }
      for (int i = 0; i < Math.min(bytes.length, TRIALS); i++) {
        String cut = new String(bytes, 0, i, StandardCharsets.UTF_8);
        assertThatCode(() -> parse(parser, cut)).as("a cut sample").doesNotThrowAnyException();
      }
    }
  }

  @Test
  final void problemsNameNoValues() {
    LogParser parser = parser();
    Stream<String> around = samples().stream().flatMap(s -> Stream.of(s + SECRET, SECRET + s));

    assertThat(Stream.concat(Stream.of(SECRET, "{\"" + SECRET + "\":", "\"" + SECRET), around))
        .allSatisfy(payload -> assertThat(parse(parser, payload))
            .allSatisfy(candidate -> assertThat(candidate.problem()).doesNotContain(SECRET)));
  }

  @Test
  final void threadsMayParseAtOnce() {
    LogParser parser = parser();
    List<List<Candidate>> expected =
        samples().stream().map(sample -> parse(parser, sample)).toList();
    List<CompletableFuture<Void>> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      threads.add(CompletableFuture.runAsync(() -> {
        for (int trial = 0; trial < TRIALS; trial++) {
          assertThat(samples().stream().map(sample -> parse(parser, sample)).toList())
              .isEqualTo(expected);
        }
      }));
    }
    threads.forEach(CompletableFuture::join);
  }

  private LogParser parser() {
    return provider().create(schema());
  }

  private static List<Candidate> parse(LogParser parser, String payload) {
    return parse(parser, payload.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Candidate> parse(LogParser parser, byte[] payload) {
    return parser.parse(Payload.of(RawLog.of(SOURCE, Position.of("contract", "1"), payload)));
  }
}
