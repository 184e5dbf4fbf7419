package io.streamalert.testkit.events;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.record.JsonReader;
import io.streamalert.settings.ConfigException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A file of test events: a JSON list with a map for each event. Immutable. */
public final class EventFile {

  private static final String EXTENSION = ".json";
  private static final String MEND =
      "A test file is a JSON list of events, each a map with description, log, service, source, data"
          + " and trigger_rules.";

  private final Path path;
  private final List<TestEvent> events;
  private final Optional<Problem> problem;

  private EventFile(Path path, List<TestEvent> events, Optional<Problem> problem) {
    this.path = path;
    this.events = List.copyOf(events);
    this.problem = problem;
  }

  /**
   * Reads one file, or all files below a folder whose names end in {@code .json}: in each folder
   * first the files in the order of their names, then what is further down. Linked folders below it
   * are not followed.
   *
   * @param path the file or folder
   * @return the files; empty where there is none
   * @throws IOException if a folder cannot be listed
   */
  public static List<EventFile> in(Path path) throws IOException {
    List<EventFile> found = new ArrayList<>();
    collect(path, found);
    return found;
  }

  private static void collect(Path path, List<EventFile> found) throws IOException {
    if (!Files.isDirectory(path)) {
      found.add(read(path));
      return;
    }
    List<Path> children;
    try (Stream<Path> all = Files.list(path)) {
      children = all.sorted().toList();
    }
    for (Path child : children) {
      if (Files.isRegularFile(child) && child.toString().endsWith(EXTENSION)) {
        found.add(read(child));
      }
    }
    for (Path child : children) {
      if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
        collect(child, found);
      }
    }
  }

  /**
   * Reads one file.
   *
   * @param path the file
   * @return the file; where it cannot be read or is no list, with the {@link #problem()}
   */
  public static EventFile read(Path path) {
    try {
      return parse(path, Files.readString(path));
    } catch (IOException e) {
      return broken(path, "cannot be read: " + e.getClass().getSimpleName(), "Is it UTF-8 text?");
    }
  }

  /**
   * Reads the text of a file.
   *
   * @param path what the text is, for messages
   * @param json the text
   * @return the file; where the text is no JSON list, with the {@link #problem()}
   */
  public static EventFile parse(Path path, String json) {
    JsonReader reader = new JsonReader();
    Optional<FieldValue> content = reader.read(json);
    if (content.isEmpty()) {
      return broken(path, "is not JSON: " + reader.problem(), MEND);
    }
    if (content.get().kind() != Kind.LIST) {
      return broken(path, "is a " + content.get().kind() + " and no list", MEND);
    }
    List<FieldValue> elements = content.get().elements();
    List<TestEvent> events = new ArrayList<>(elements.size());
    for (int i = 0; i < elements.size(); i++) {
      events.add(new EventReader(path.toString(), i, elements.get(i)).read());
    }
    return new EventFile(path, events, Optional.empty());
  }

  private static EventFile broken(Path path, String what, String mend) {
    return new EventFile(
        path, List.of(), Optional.of(Problem.in(path.toString(), what).mendedBy(mend)));
  }

  /**
   * The path of the file.
   *
   * @return the path as it was given or found
   */
  public Path path() {
    return path;
  }

  /**
   * The events.
   *
   * @return the events in their order, also those with problems of their own; unmodifiable
   */
  public List<TestEvent> events() {
    return events;
  }

  /**
   * Why the file has no events.
   *
   * @return the problem, or empty if the file could be read
   */
  public Optional<Problem> problem() {
    return problem;
  }

  /** {@return the path and the number of events} */
  @Override
  public String toString() {
    return "EventFile[" + path + ", " + events.size() + " events]";
  }
}
