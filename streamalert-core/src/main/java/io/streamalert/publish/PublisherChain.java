package io.streamalert.publish;

import io.streamalert.alert.Alert;
import java.util.List;
import java.util.Objects;

/** Publishers that run one after the other, from an empty publication. */
final class PublisherChain implements Publisher {

  private final List<Publisher> publishers;

  PublisherChain(List<Publisher> publishers) {
    this.publishers = publishers;
  }

  @Override
  public Publication publish(Alert alert, Publication previous) {
    Publication publication = Publication.empty();
    for (int index = 0; index < publishers.size(); index++) {
      int position = index + 1;
      publication = Objects.requireNonNull(
          publishers.get(index).publish(alert, publication),
          () -> "Publisher " + position + " of the chain returned null");
    }
    return publication;
  }
}
