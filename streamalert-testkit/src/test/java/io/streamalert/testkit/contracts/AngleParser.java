package io.streamalert.testkit.contracts;

import io.streamalert.classify.LogParser;
import io.streamalert.classify.LogSchema;
import io.streamalert.classify.Payload;
import io.streamalert.record.FieldValue;
import io.streamalert.spi.LogParserProvider;
import java.util.List;
import java.util.Map;

/** A format for tests: {@code key<value>}. */
final class AngleParser implements LogParserProvider {

  @Override
  public String name() {
    return "angles";
  }

  @Override
  public LogParser create(LogSchema schema) {
    return AngleParser::parse;
  }

  private static List<LogParser.Candidate> parse(Payload payload) {
    return payload
        .text()
        .filter(text -> text.endsWith(">") && text.indexOf('<') > 0)
        .map(text -> List.of(LogParser.Candidate.of(record(text))))
        .orElse(List.of());
  }

  private static FieldValue record(String text) {
    int open = text.indexOf('<');
    return FieldValue.of(
        Map.of(text.substring(0, open), text.substring(open + 1, text.length() - 1)));
  }
}
