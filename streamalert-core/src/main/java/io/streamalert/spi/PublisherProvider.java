package io.streamalert.spi;

import io.streamalert.publish.Publisher;
import java.util.Map;

/**
 * Brings publishers that rules can name. Implemented by jars with publishers; see the package for
 * how it is found.
 */
public interface PublisherProvider {

  /**
   * The publishers. Called once per instance.
   *
   * @return from the name by which a rule asks for it to the publisher; no two publishers of an
   *     instance, also of different providers, may have the same name
   */
  Map<String, Publisher> publishers();

  /**
   * Further names of the publishers, under which alerts that were stored elsewhere know them. Called
   * once per instance.
   *
   * @return from the other name to the name; by default none
   */
  default Map<String, String> aliases() {
    return Map.of();
  }
}
