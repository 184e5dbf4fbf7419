package io.streamalert.local.intake;

import io.streamalert.record.JsonReader;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import io.streamalert.record.RawLog;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a body into raw logs as the same content would be cut if it were a file. All of it is in memory and no longer
 * than one document may be, so there are no large documents and no long lines. Not thread-safe; for one use.
 */
final class BodyCutter {

  private final LogSource source;
  private final Position position;
  private final byte[] bytes;
  private final int length;
  private final JsonReader reader;
  private final List<RawLog> logs = new ArrayList<>();
  private long blankLines;

  BodyCutter(LogSource source, Position position, HttpBody body, int maxDepth) {
    this.source = source;
    this.position = position;
    bytes = body.bytes();
    length = body.length();
    reader = new JsonReader(maxDepth);
  }

  /**
   * Cuts it.
   *
   * @param mustBeJson whether the sender says that it is JSON, so that it is a mistake if it is neither a document nor
   *     starts with a line that is one
   */
  void cut(boolean mustBeJson) throws RefusedRequest {
    if (source.hasMessages()) {
      cutLines();
    } else if (isJson(length)) {
      logs.add(log(1, 0, length));
    } else {
      int problem = reader.problemOffset();
      cutLines();
      if (mustBeJson && !logs.isEmpty() && !startsWithJson()) {
        throw notJson(problem);
      }
    }
  }

  private boolean isJson(int size) {
    return size > 0 && reader.read(RawLog.of(source, position, bytes, 0, size)).isPresent();
  }

  private boolean startsWithJson() {
    return logs.size() > 1 && reader.read(logs.get(0)).isPresent();
  }

  private RefusedRequest notJson(int problem) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < problem && i < length; i++) {
      if (bytes[i] == '\n') {
        line++;
        start = i + 1;
      }
    }
    return RefusedRequest.bad("The body is not JSON from line " + line + ", byte "
        + (problem - start + 1) + " of that line on; Content-Type says it is");
  }

  private void cutLines() {
    long line = 0;
    int start = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        line(++line, start, i > start && bytes[i - 1] == '\r' ? i - 1 : i);
        start = i + 1;
      }
    }
    if (start < length) {
      line(++line, start, length);
    }
  }

  private void line(long number, int from, int to) {
    if (isBlank(from, to)) {
      blankLines++;
    } else {
      logs.add(log(number, from, to));
    }
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private RawLog log(long line, int from, int to) {
    return RawLog.of(source, position.then(line), bytes, from, to - from);
  }

  List<RawLog> logs() {
    return logs;
  }

  long blankLines() {
    return blankLines;
  }
}
