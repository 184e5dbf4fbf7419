package io.streamalert.outputs;

import io.streamalert.alert.Alert;
import io.streamalert.alert.OutputId;

/**
 * The key that makes messages of one alert and output count once. Like that which StreamAlert 3.5
 * gives PagerDuty, so that an alert which both of them send is one.
 */
final class DedupKey {

  /** The least of what the services take, in characters. */
  static final int LIMIT = 255;

  private DedupKey() {}

  static String of(OutputId id, Alert alert) {
    String end = ":" + alert.id();
    return Texts.cut(id.descriptor(), LIMIT - end.length()) + end;
  }
}
