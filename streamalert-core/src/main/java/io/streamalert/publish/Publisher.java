package io.streamalert.publish;

import io.streamalert.alert.Alert;
import java.util.List;
import java.util.Objects;

/**
 * Decides what an output receives of an alert. Publishers run one after the other, each seeing what
 * the one before it made, when an alert is about to be delivered. Implemented by users; must be
 * safe for use by many threads, must not deliver anything itself and should depend on nothing but
 * its arguments, since it runs again at every attempt.
 *
 * <pre>{@code
 * Publisher summary = (alert, previous) -> previous.with(Slack.TEXT, alert.ruleName());
 * }</pre>
 */
@FunctionalInterface
public interface Publisher {

  /**
   * Makes a publication.
   *
   * @param alert the alert
   * @param previous what the publisher before this one made; empty for the first
   * @return the publication; {@code previous} itself if there is nothing to change
   * @throws RuntimeException if it cannot; the attempt to deliver to this output then fails and is
   *     repeated later, other outputs are not affected
   */
  Publication publish(Alert alert, Publication previous);

  /**
   * The publisher of an alert that names none: every part of {@link Alert#toFields()}, in place of
   * what came before.
   *
   * @return the publisher
   */
  static Publisher standard() {
    return (alert, previous) -> Publication.of(alert.toFields());
  }

  /**
   * Several publishers as one. The first one sees an empty publication, whatever the chain itself
   * is given, so the record of the alert is in the publication only if one of them puts it there.
   *
   * @param publishers the publishers in their order; if there is none, the chain is {@link
   *     #standard()}
   * @return the chain; it throws a {@link NullPointerException} that says which publisher of it
   *     returned null
   */
  static Publisher chain(List<Publisher> publishers) {
    Objects.requireNonNull(publishers, "publishers");
    return publishers.isEmpty() ? standard() : new PublisherChain(List.copyOf(publishers));
  }

  /**
   * The publisher {@code stringify_arrays} with another delimiter: turns each list of a map that
   * holds neither maps nor lists into one text.
   *
   * @param delimiter stands between the texts of two elements
   * @return the publisher
   */
  static Publisher joinArrays(String delimiter) {
    return new StringifyArrays(Objects.requireNonNull(delimiter, "delimiter"));
  }
}
