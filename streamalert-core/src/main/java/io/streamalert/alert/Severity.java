package io.streamalert.alert;

import java.util.Locale;

/** How bad it is if an alert is true. */
public enum Severity {
  /** Worth recording; nobody needs to act. */
  INFO,
  /** To be looked at when there is time. */
  LOW,
  /** To be looked at within a day. */
  MEDIUM,
  /** To be looked at at once. */
  HIGH,
  /** Somebody is to be woken up. */
  CRITICAL;

  /** {@return the name in lower case, as alerts carry it} */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
