package io.streamalert.testkit.events;

import io.streamalert.StreamAlert;

/**
 * Makes the {@link StreamAlert} that an event is tested on. Called once for all events without
 * fixtures, and once for each event that has some.
 *
 * <pre>{@code
 * EventComposition composition = fixtures -> StreamAlert.builder()
 *     .schemas(schemas)
 *     .rules(new FraudReported())
 *     .tables(fixtures.tables())
 *     .environment(fixtures)
 *     .build();
 * }</pre>
 *
 * <p>What a {@link io.streamalert.StreamAlertFactory} makes will do as well, as {@code
 * factory::create}. Staging and real lookup tables have no place in it.
 */
@FunctionalInterface
public interface EventComposition {

  /**
   * Makes the composition.
   *
   * @param fixtures the lookup tables, indicators and the clock that it is to use
   * @return the composition
   * @throws io.streamalert.settings.ConfigException if the configuration has problems
   */
  StreamAlert create(EventFixtures fixtures);
}
