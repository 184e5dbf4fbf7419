package io.streamalert.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamalert.classify.LogParser.Candidate;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogSource;
import io.streamalert.record.LogType;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import io.streamalert.record.RecordId;
import io.streamalert.settings.ConfigException;
import io.streamalert.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClassifierTest {

  private static final LogSource BUCKET = LogSource.of("s3", "bucket");
  private static final Position PLACE = Position.of("file", "f", "0");
  private static final LogSchema LOGIN = LogSchema.named("acme:login")
      .field("user", FieldType.string())
      .field("time", FieldType.integer())
      .optionalField("device", FieldType.any())
      .build();
  private static final LogSchema BATCH = LogSchema.named("acme:batch")
      .field("n", FieldType.integer())
      .jsonPath("items[*]")
      .build();

  private final Classifier classifier =
      Classifier.builder().schemas(List.of(LOGIN, BATCH)).build();

  private static RawLog log(String text) {
    return RawLog.of(BUCKET, PLACE, text);
  }

  @Test
  void aRecordHasItsSourceAndDefaults() {
    Classification outcome = classifier.classify(log("{\"user\": \"ann\", \"time\": \"12\"}"));

    LogRecord record = outcome.records().get(0);
    assertThat(record.type()).isEqualTo(LogType.of("acme:login"));
    assertThat(record.toJson()).isEqualTo("{\"user\":\"ann\",\"time\":12,\"device\":{}}");
    assertThat(record.source()).isEqualTo(BUCKET);
    assertThat(record.id()).isEqualTo(RecordId.of(PLACE, 0));
    assertThat(record.cluster()).isEmpty();
    assertThat(record.parser()).isEqualTo("json");
  }

  @Test
  void oneBadElementDoesNotSpoilTheOthers() {
    Classification outcome =
        classifier.classify(log("{\"items\": [{\"n\": \"x\"}, {\"n\": 2}, {\"m\": 3}, 4]}"));

    assertThat(outcome.records()).singleElement().satisfies(r -> {
      assertThat(r.ordinal()).isEqualTo(1);
      assertThat(r.id()).isEqualTo(RecordId.of(PLACE, 1));
    });
    assertThat(outcome.deadLetters())
        .extracting(DeadLetter::ordinal, DeadLetter::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0L, "acme:batch: the field \"n\" is no integer"),
            org.assertj.core.groups.Tuple.tuple(2L, "acme:batch: the key \"n\" is missing"),
            org.assertj.core.groups.Tuple.tuple(3L, "acme:batch: is no map of fields"));
    assertThat(outcome.deadLetters()).allMatch(d -> d.kind() == DeadLetter.Kind.ELEMENT);
  }

  @Test
  void aListIsSplitOnlyWhereNothingFitsIt() {
    String list =
        "[{\"user\": \"a\", \"time\": 1}, 7, {\"items\": [{\"n\": 1}, {\"n\": 2}]}, {\"user\": \"b\", \"time\": 2}]";
    Split split = (Split) classifier.classify(log(list));

    assertThat(split.elements()).hasSize(4);
    assertThat(split.records()).extracting(LogRecord::ordinal).containsExactly(0L, 2L, 3L, 4L);
    assertThat(split.deadLetters())
        .singleElement()
        .extracting(DeadLetter::ordinal)
        .isEqualTo(1L);
    assertThat(split.isClassified()).isTrue();
    LogSchema whole = LogSchema.named("acme:list")
        .field("user", FieldType.string())
        .field("time", FieldType.any())
        .jsonPath("[*]")
        .build();
    assertThat(
            Classifier.builder().schemas(List.of(LOGIN, BATCH, whole)).build().classify(log(list)))
        .isInstanceOf(Classified.class);
  }

  @Test
  void ordinalsOfAPieceGoOn() {
    RawLog piece = log("[{\"user\": \"a\", \"time\": 1}]").withFirstOrdinal(40);
    assertThat(classifier.classify(piece).records().get(0).ordinal()).isEqualTo(40);
  }

  @Test
  void ordinalsOfFurtherCandidatesAreNotThoseOfTheNextPiece() {
    String login = "{\"user\": \"a\", \"time\": 1}";
    String batch = "{\"items\": [{\"n\": 1}, {\"n\": 2}]}";
    RawLog piece = log(batch).withFirstOrdinal(40);
    RawLog list = log("[" + batch + "," + login + "]").withFirstOrdinal(40);

    assertThat(classifier.classify(piece).records())
        .extracting(LogRecord::ordinal)
        .containsExactly(40L, 40L + (1L << 40));
    assertThat(classifier.classify(list).records())
        .extracting(LogRecord::ordinal)
        .containsExactly(40L, 40L + (1L << 40), 40L + (2L << 40));
  }

  @Test
  void ordinalsOfPiecesHaveALimit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> log("1").withFirstOrdinal(1L << 40))
        .withMessageContaining("2^40");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> log("1").withFirstOrdinal(-1))
        .withMessageContaining("-1");
  }

  @Test
  void anUnclassifiedLogSaysWhy() {
    Unclassified outcome =
        (Unclassified) classifier.classify(log("{\"user\": \"ann\", \"tmie\": 1}"));

    assertThat(outcome.reason()).isEqualTo("fits no schema");
    assertThat(outcome.nearest())
        .contains(
            new Unclassified.Nearest(LogType.of("acme:login"), "the key \"time\" is missing"));
    assertThat(outcome.reasons())
        .isEqualTo(Map.of(
            LogType.of("acme:login"), "the key \"time\" is missing",
            LogType.of("acme:batch"), "has nothing at the path items[*]"));
    assertThat(outcome.deadLetters()).singleElement().satisfies(d -> {
      assertThat(d.kind()).isEqualTo(DeadLetter.Kind.RAW_LOG);
      assertThat(d.payload()).asString().contains("tmie");
      assertThat(d.toJson())
          .contains(
              "\"nearest\":\"acme:login\",\"nearest_reason\":\"the key \\\"time\\\" is missing\"");
    });
  }

  @Test
  void aBareElementIsNearestToTheSchemaOfItsPath() {
    Unclassified outcome = (Unclassified) classifier.classify(log("{\"n\": 1}"));
    assertThat(outcome.nearest().orElseThrow().type()).isEqualTo(LogType.of("acme:batch"));
    assertThat(outcome.nearest().orElseThrow().reason())
        .isEqualTo("has nothing at the path items[*]");
  }

  @Test
  void aLongListOfNumbersIsRefusedCheaply() {
    Unclassified many =
        (Unclassified) classifier.classify(log("[1" + ",1".repeat(5_000_000) + "]"));
    assertThat(many.reason()).contains("there are too many values");
    Unclassified fewer = (Unclassified) classifier.classify(log("[1" + ",1".repeat(500_000) + "]"));
    assertThat(fewer.deadLetters()).hasSize(1);
  }

  @Test
  void textThatIsNotJsonSaysWhere() {
    Unclassified outcome = (Unclassified) classifier.classify(log("{\"user\": }"));
    assertThat(outcome.reason()).startsWith("fits no schema, not JSON: ").contains("byte 9");
    assertThat(outcome.nearest()).isEmpty();
  }

  @Test
  void onlyDeclaredSourcesAreTaken() {
    DataSources sources = DataSources.builder()
        .add("prod", BUCKET, List.of("acme:login"))
        .add("prod", LogSource.of("kinesis", "stream"), List.of("acme"))
        .build();
    Classifier declared =
        Classifier.builder().schemas(List.of(LOGIN, BATCH)).sources(sources).build();
    RawLog items = RawLog.of(LogSource.of("kinesis", "stream"), PLACE, "{\"items\": [{\"n\": 1}]}");
    RawLog elsewhere = RawLog.of(LogSource.of("s3", "other"), PLACE, "{}");

    assertThat(declared.classify(items).records())
        .extracting(r -> r.cluster().orElseThrow())
        .containsExactly("prod");
    assertThat(declared.classify(log("{\"items\": [{\"n\": 1}]}")))
        .isInstanceOf(Unclassified.class);
    assertThat(((Unclassified) declared.classify(elsewhere)).reason())
        .isEqualTo("the source s3:other is not in the data_sources of any cluster");
  }

  @Test
  void whatIsTooLongIsADeadLetter() {
    Settings small = Settings.builder().maxDocumentBytes(10).build();
    Classifier strict =
        Classifier.builder().schemas(List.of(LOGIN)).settings(small).build();
    assertThat(((Unclassified) strict.classify(log("{\"user\": \"ann\"}"))).reason())
        .isEqualTo("is longer than 10 bytes");
  }

  @Test
  void anOwnParserFindsRecords() {
    LogSchema schema = LogSchema.named("acme:csv")
        .parser("words")
        .field("first", FieldType.string())
        .field("n", FieldType.integer())
        .build();
    LogParser words = payload -> payload.text().stream()
        .flatMap(t -> Stream.of(t.split(" ")))
        .map(w -> Candidate.of(FieldValue.of(Map.of("first", w, "n", w.substring(1)))))
        .toList();
    Classifier own = Classifier.builder()
        .schemas(List.of(schema))
        .parser("words", s -> words)
        .build();

    Classification outcome = own.classify(log("a1 bx c3"));
    assertThat(outcome.records())
        .extracting(r -> r.at("n").asLong().orElseThrow())
        .containsExactly(1L, 3L);
    assertThat(outcome.records().get(0).parser()).isEqualTo("words");
    assertThat(outcome.deadLetters()).hasSize(1);
  }

  @Test
  void aBrokenParserIsNoMatch() {
    LogSchema schema =
        LogSchema.named("acme:bad").parser("bad").field("a", FieldType.string()).build();
    LogParser bad = payload -> {
      throw new IllegalStateException("secret payload");
    };
    Classifier own = Classifier.builder()
        .schemas(List.of(schema, LOGIN))
        .parser("bad", s -> bad)
        .build();

    assertThat(own.classify(log("{\"user\": \"ann\", \"time\": 1}")).isClassified())
        .isTrue();
    assertThat(((Unclassified) own.classify(log("{}"))).reasons().get(LogType.of("acme:bad")))
        .isEqualTo("the parser bad failed with java.lang.IllegalStateException");
  }

  @Test
  void schemasThatCannotBeUsedAreNamedTogether() {
    LogSchema csv = LogSchema.named("acme:csv")
        .parser("csv")
        .option("delimiter", FieldValue.of("::"))
        .build();
    LogSchema odd = LogSchema.named("acme:odd").jsonPath("a | | b").build();
    assertThatThrownBy(
            () -> Classifier.builder().schemas(List.of(csv, odd, LOGIN, LOGIN)).build())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("acme:csv")
        .hasMessageContaining("acme:odd")
        .hasMessageContaining("acme:login is there twice");
  }

  @Test
  void outcomesFold() {
    assertThat(classifier
            .classify(log("7"))
            .<String>fold(c -> "classified", u -> "unclassified", s -> "split"))
        .isEqualTo("unclassified");
    assertThat(classifier
            .classify(log("{\"items\": [{\"n\": 1}]}"))
            .<String>fold(c -> "classified", u -> "unclassified", s -> "split"))
        .isEqualTo("classified");
  }

  @Test
  void aDeadLetterIsALineOfJson() {
    DeadLetter text = DeadLetter.of(log("hello"), "why");
    assertThat(text.toJson())
        .isEqualTo(
            "{\"kind\":\"raw_log\",\"service\":\"s3\",\"resource\":\"bucket\",\"position\":\"file/f/0\",\"ordinal\":0,\"id\":\""
                + text.id() + "\",\"reason\":\"why\",\"payload\":\"hello\"}");
    assertThat(DeadLetter.of(RawLog.of(BUCKET, PLACE, new byte[] {(byte) 0xff}), "why")
            .toJson())
        .contains("\"payload_base64\":\"/w==\"");
    assertThat(text).hasToString("DeadLetter[file/f/0#0: why]");
  }
}
