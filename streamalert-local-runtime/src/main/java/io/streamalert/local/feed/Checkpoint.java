package io.streamalert.local.feed;

import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The stored form of all generations: {@code {"files_version":1,"files":[…]}}. */
final class Checkpoint {

  private static final String VERSION = "files_version";
  private static final int NEWEST = 1;

  private Checkpoint() {}

  static String write(Collection<Generation> generations) {
    List<Object> files = List.copyOf(generations.stream().map(Generation::toMap).toList());
    return FieldValue.of(Map.of("files", files, VERSION, NEWEST)).toJson();
  }

  static List<Generation> read(String text) throws IOException {
    FieldValue written = new JsonReader().read(text).orElse(FieldValue.missing());
    if (!written.at(VERSION).is(NEWEST)) {
      throw new IOException("The checkpoint is of no version that this one of StreamAlert reads;"
          + " use the version that wrote it, or give the feed another name to start anew");
    }
    try {
      return written.at("files").elements().stream().map(Generation::parse).toList();
    } catch (InvalidPathException e) {
      throw new IOException("The checkpoint names a path that is none on this machine", e);
    }
  }
}
