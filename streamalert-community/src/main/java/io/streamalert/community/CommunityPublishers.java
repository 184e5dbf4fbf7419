package io.streamalert.community;

import io.streamalert.community.osquery.DemistoClassification;
import io.streamalert.publish.Publisher;
import io.streamalert.spi.PublisherProvider;
import java.util.Map;

/** The publishers of the rules that ship, beside those that are always there. */
public final class CommunityPublishers implements PublisherProvider {

  /** Makes the provider. */
  public CommunityPublishers() {}

  @Override
  public Map<String, Publisher> publishers() {
    return Map.of(DemistoClassification.NAME, new DemistoClassification());
  }
}
