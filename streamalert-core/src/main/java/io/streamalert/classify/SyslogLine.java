package io.streamalert.classify;

import io.streamalert.classify.LogParser.Candidate;
import io.streamalert.record.FieldValue;
import java.util.List;

/**
 * The record is a line such as {@code Jan 26 19:35:33 web-1 sudo[42]: session opened}, with the
 * fields {@code timestamp}, {@code host}, {@code application} and {@code message}.
 */
record SyslogLine() implements Extraction {

  @Override
  public List<Candidate> from(Payload payload) {
    return payload.plainText().map(text -> List.of(read(text))).orElse(List.of());
  }

  private static Candidate read(String text) {
    return new SyslogReader(text)
        .read()
        .map(fields -> Candidate.of(FieldValue.of(fields)))
        .orElseGet(() -> Candidate.rejected(FieldValue.of(text), "is no syslog line"));
  }

  @Override
  public String nothing(Payload payload) {
    return "is no text";
  }

  @Override
  public Takes takes() {
    return Takes.text();
  }
}
