package io.streamalert.spi;

import io.streamalert.settings.Property;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/**
 * Collects the logs of a service that has to be asked for them, such as the sign-ins of an identity
 * provider. Both runtimes host collectors: they call {@link #poll} by schedule, process the logs,
 * store the state, and do so again while there is more. Implemented by jars with collectors; see
 * the package for how it is found.
 *
 * <p>A collector keeps nothing between two polls but what it puts into its {@link AppState}: the
 * next poll may run in another process.
 */
public interface AppCollector {

  /**
   * The type of the collector, as {@code type} of an app in the configuration.
   *
   * @return the name, such as {@code duo_auth}; the same every time
   */
  String type();

  /**
   * What has to be configured for an app of this type.
   *
   * @return the properties in the order in which a person is asked for them; no two of the same
   *     name, the same every time
   */
  List<Property> properties();

  /**
   * Asks the service once, for logs newer than the state says. Neither repeats nor waits: the
   * runtime does, see {@link AppPoll#pause()}. Polls of one app never run at the same time.
   *
   * <p>The runtime stores the new state together with the logs. If that fails, the same state comes
   * again and so may the same logs.
   *
   * @param state how far the last poll came
   * @param settings the configured values and credentials
   * @param clock tells the time
   * @return the logs and how far this poll came
   * @throws IOException if the service does not answer, or not as it should; the state stays, and
   *     the next poll by schedule starts from it. The message must not hold a secret
   * @throws InterruptedException if the thread is interrupted; as above
   */
  AppPoll poll(AppState state, AppSettings settings, Clock clock)
      throws IOException, InterruptedException;
}
