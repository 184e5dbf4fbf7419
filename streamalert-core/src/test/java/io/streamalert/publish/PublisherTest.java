package io.streamalert.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.streamalert.alert.Alert;
import io.streamalert.record.FieldValue;
import io.streamalert.record.LogRecord;
import io.streamalert.record.LogType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class PublisherTest {

  private static final PublicationKey<String> TEXT = PublicationKey.text("text");

  private final LogRecord record = LogRecord.builder(
          LogType.of("osquery:status"), FieldValue.of(Map.of("name", "x")))
      .build();
  private final Alert alert = Alert.builder("a_rule", record, Instant.EPOCH).build();
  private final Publication earlier = Publication.of(Map.of("earlier", 1));

  @Test
  void standardIsTheOutputFormAlone() {
    Publication publication = Publisher.standard().publish(alert, earlier);

    assertThat(publication.toFields()).isEqualTo(alert.toFields());
    assertThat(publication.toJson()).isEqualTo(alert.toJson());
  }

  @Test
  void chainHandsOnFromAnEmptyPublication() {
    Publisher first = (given, previous) -> previous.with(TEXT, given.ruleName());
    Publisher second =
        (given, previous) -> previous.with("seen", FieldValue.of(previous.keys().size()));

    Publication publication = Publisher.chain(List.of(first, second)).publish(alert, earlier);

    assertThat(publication.toJson()).isEqualTo("{\"text\":\"a_rule\",\"seen\":1}");
  }

  @Test
  void chainOfNoneIsStandard() {
    assertThat(Publisher.chain(List.of()).publish(alert, earlier))
        .isEqualTo(Publisher.standard().publish(alert, Publication.empty()));
  }

  @Test
  void chainIsACopy() {
    List<Publisher> publishers = new ArrayList<>();
    publishers.add((given, previous) -> previous.with(TEXT, "kept"));
    Publisher chain = Publisher.chain(publishers);
    publishers.clear();

    assertThat(chain.publish(alert, Publication.empty()).get(TEXT)).contains("kept");
  }

  @Test
  void failureEndsTheChain() {
    Publisher failing = (given, previous) -> {
      throw new NoSuchElementException("no such field");
    };
    Publisher unreached = (given, previous) -> {
      throw new AssertionError("must not run");
    };

    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> Publisher.chain(List.of(failing, unreached)).publish(alert, earlier));
  }

  @Test
  @SuppressWarnings("NullAway") // what a publisher of a user can do
  void nullIsTracedToItsPublisher() {
    Publisher fine = (given, previous) -> previous;
    Publisher wrong = (given, previous) -> null;

    assertThatNullPointerException()
        .isThrownBy(() -> Publisher.chain(List.of(fine, wrong)).publish(alert, earlier))
        .withMessage("Publisher 2 of the chain returned null");
  }
}
