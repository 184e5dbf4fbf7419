package io.streamalert;

/**
 * Makes a user's {@link StreamAlert}. Runtimes that create objects themselves, such as Lambda, find
 * an implementation by its class name or through {@link java.util.ServiceLoader}; it needs a public
 * constructor without arguments.
 */
@FunctionalInterface
public interface StreamAlertFactory {

  /**
   * Makes the composition, once per process.
   *
   * @param environment what the runtime offers
   * @return the composition
   * @throws io.streamalert.settings.ConfigException if the configuration has problems
   */
  StreamAlert create(Environment environment);
}
