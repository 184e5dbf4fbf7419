package io.streamalert.local.feed;

import io.streamalert.record.FieldValue;
import io.streamalert.record.Position;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One file from its creation until it is removed or cut off, whatever its name is meanwhile. Immutable.
 *
 * @param id the random id that is a part of the positions of its logs
 * @param file the file when it was last seen
 * @param packed whether it was compressed then
 * @param progress how far it was taken
 * @param gone since when it has not been seen, in milliseconds since 1970; 0 while it is there
 */
record Generation(String id, SeenFile file, boolean packed, Progress progress, long gone) {

  Position position() {
    return Position.of("file", id);
  }

  Generation seenAs(SeenFile now) {
    return new Generation(id, now, packed, progress, 0);
  }

  Generation goneSince(long time) {
    return gone > 0 ? this : new Generation(id, file, packed, progress, time);
  }

  Generation taken(Progress further, boolean nowPacked) {
    return new Generation(id, file, nowPacked, further, gone);
  }

  Map<String, Object> toMap() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", id);
    fields.put("path", file.path().toString());
    fields.put("key", file.key());
    fields.put("size", file.size());
    fields.put("modified", file.modified());
    fields.put("packed", packed);
    fields.put("offset", progress.offset());
    fields.put("units", progress.units());
    fields.put("first", progress.first().toList());
    fields.put("last", progress.last().toList());
    fields.put("gone", gone);
    return fields;
  }

  static Generation parse(FieldValue written) {
    SeenFile file = new SeenFile(
        Path.of(written.at("path").textOr("")),
        written.at("key").textOr(""),
        number(written, "size"),
        number(written, "modified"));
    Progress progress = new Progress(
        number(written, "offset"),
        number(written, "units"),
        Mark.parse(written.at("first")),
        Mark.parse(written.at("last")));
    String id = written.at("id").textOr("");
    return new Generation(
        id, file, written.at("packed").is(true), progress, number(written, "gone"));
  }

  private static long number(FieldValue written, String key) {
    return written.at(key).asLong().orElse(0);
  }
}
