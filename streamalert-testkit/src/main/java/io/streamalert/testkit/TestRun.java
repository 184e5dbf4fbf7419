package io.streamalert.testkit;

import io.streamalert.StreamAlert;
import io.streamalert.alert.Alert;
import java.util.List;

/**
 * What became of the logs or records of one call of a {@link StreamAlertExtension}. Immutable.
 *
 * @see StreamAlertAssertions#assertThat(TestRun)
 */
public final class TestRun {

  private final StreamAlert streamAlert;
  private final Results results;
  private final Sent sent;

  TestRun(StreamAlert streamAlert, Results results, Sent sent) {
    this.streamAlert = streamAlert;
    this.results = results;
    this.sent = sent;
  }

  /**
   * All alerts, whether they were sent or wait to be merged.
   *
   * @return the alerts in the order of the records and rules
   */
  public List<Alert> alerts() {
    return results.alerts();
  }

  /**
   * What was sent at once. Alerts that are to be merged are sent when the clock is {@linkplain
   * StreamAlertExtension#advance advanced} over their window.
   *
   * @return the attempts
   */
  public Sent sent() {
    return sent;
  }

  Results results() {
    return results;
  }

  StreamAlert streamAlert() {
    return streamAlert;
  }

  /** {@return counts and names, never the content} */
  @Override
  public String toString() {
    return "TestRun[" + results + "]";
  }
}
