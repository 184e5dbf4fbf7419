package io.streamalert.alert;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The text form of times in alerts, which sorts as the times do. */
final class Timestamps {

  private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
          "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
      .withZone(ZoneOffset.UTC);

  private Timestamps() {}

  static String text(Instant time) {
    return FORMAT.format(time);
  }

  /** Reads what {@link #text} writes; throws {@link java.time.DateTimeException} for anything else. */
  static Instant parse(String text) {
    return FORMAT.parse(text, Instant::from);
  }
}
