package io.streamalert.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Says that a configuration cannot be used, and names every problem that was found, so that a
 * person mends them in one go. The message has one line for each problem: {@code file#/pointer:
 * what is wrong. how to mend it}.
 *
 * <p>Thrown by whatever reads or builds a configuration; later, while logs are processed, nothing
 * throws it. Messages name files, keys and names, never the value of a secret. Exceptions of this
 * type are immutable.
 */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Not kept when the exception is serialised; the message is. */
  private final transient List<Problem> problems;

  /**
   * Collects the problems.
   *
   * @param problems what is wrong, in the order in which the message lists it; at least one
   * @throws IllegalArgumentException if there is no problem
   */
  public ConfigException(Collection<Problem> problems) {
    super(lines(problems));
    this.problems = List.copyOf(problems);
  }

  /**
   * Collects the problems.
   *
   * @param first what is wrong
   * @param others what else is wrong
   */
  public ConfigException(Problem first, Problem... others) {
    this(join(first, others));
  }

  /**
   * Throws if there is any problem; for code that gathers all problems before it gives up.
   *
   * @param problems what is wrong; may be empty
   * @throws ConfigException if there is at least one problem
   */
  public static void throwIfAny(Collection<Problem> problems) {
    if (!Objects.requireNonNull(problems, "problems").isEmpty()) {
      throw new ConfigException(problems);
    }
  }

  /**
   * What is wrong.
   *
   * @return the problems in the order of the message; unmodifiable, and empty only after Java
   *     serialisation
   */
  public List<Problem> problems() {
    return problems == null ? List.of() : problems;
  }

  private static String lines(Collection<Problem> problems) {
    if (Objects.requireNonNull(problems, "problems").isEmpty()) {
      throw new IllegalArgumentException("A ConfigException needs at least one problem");
    }
    return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  private static List<Problem> join(Problem first, Problem... others) {
    List<Problem> all = new ArrayList<>();
    all.add(Objects.requireNonNull(first, "first"));
    all.addAll(Arrays.asList(others));
    return all;
  }

  /**
   * One thing that is wrong in a configuration, where it is and how to mend it. Line breaks in any
   * part become spaces.
   *
   * @param file the file, as a person would name it, or empty if the problem is in no file
   * @param pointer the place in the file as a JSON pointer: empty for the whole file, otherwise it
   *     begins with a slash
   * @param message what is wrong, without a full stop at the end; not blank
   * @param mend what to do about it, as a sentence, or empty if that is plain
   */
  public record Problem(
      Optional<String> file, String pointer, String message, Optional<String> mend) {

    /** How many names {@link #choose} lists at most: {@value}. */
    public static final int LIMIT_CHOICES = 10;

    /**
     * Checks the parts.
     *
     * @param file the file, or empty
     * @param pointer the place in the file
     * @param message what is wrong
     * @param mend what to do about it, or empty
     * @throws IllegalArgumentException if the message is blank, or the pointer is neither empty nor
     *     begins with a slash
     */
    public Problem {
      file = oneLine(Objects.requireNonNull(file, "file"));
      pointer = oneLine(Objects.requireNonNull(pointer, "pointer"));
      message = oneLine(Objects.requireNonNull(message, "message"));
      mend = oneLine(Objects.requireNonNull(mend, "mend"));
      if (message.isBlank()) {
        throw new IllegalArgumentException("The message of a problem must not be blank");
      }
      if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
        throw new IllegalArgumentException(
            "A JSON pointer must be empty or begin with a slash: \"" + pointer + "\"");
      }
    }

    /**
     * A problem that is in no file, such as one of code that builds a configuration.
     *
     * @param message what is wrong
     * @return the problem
     */
    public static Problem of(String message) {
      return new Problem(Optional.empty(), "", message, Optional.empty());
    }

    /**
     * A problem of a whole file.
     *
     * @param file the file
     * @param message what is wrong
     * @return the problem
     */
    public static Problem in(String file, String message) {
      return at(file, "", message);
    }

    /**
     * A problem at a place in a file.
     *
     * @param file the file
     * @param pointer the place, see {@link #pointer(String...)}
     * @param message what is wrong
     * @return the problem
     */
    public static Problem at(String file, String pointer, String message) {
      return new Problem(Optional.of(file), pointer, message, Optional.empty());
    }

    /**
     * Builds a JSON pointer from the keys that lead to a place.
     *
     * @param keys the keys, or positions in a list, from the outside in
     * @return the pointer, with the special characters of the keys escaped
     */
    public static String pointer(String... keys) {
      return Arrays.stream(keys)
          .map(key -> "/" + key.replace("~", "~0").replace("/", "~1"))
          .collect(Collectors.joining());
    }

    /**
     * The same problem with words on how to mend it.
     *
     * @param sentence what to do, as a sentence with a full stop
     * @return the problem
     */
    public Problem mendedBy(String sentence) {
      return new Problem(file, pointer, message, Optional.of(sentence));
    }

    /**
     * The same problem, about an unknown name, with the mend that names the nearest known one. If
     * none is near, it lists the known names, up to {@value #LIMIT_CHOICES} of them; if none is
     * known at all, the problem stays as it is.
     *
     * @param wanted the unknown name
     * @param known the names that exist
     * @return the problem
     */
    public Problem choose(String wanted, Collection<String> known) {
      if (known.isEmpty()) {
        return this;
      }
      return mendedBy(Names.nearest(wanted, known)
          .map(name -> "Did you mean \"" + name + "\"?")
          .orElseGet(() -> "Known names: " + list(known) + "."));
    }

    /**
     * The problem as one line.
     *
     * @return {@code file#/pointer: message. mend} without the parts that are empty
     */
    @Override
    public String toString() {
      String place = file.orElse("") + (pointer.isEmpty() ? "" : "#" + pointer);
      String stop = message.endsWith(".") || message.endsWith("?") ? " " : ". ";
      return (place.isEmpty() ? "" : place + ": ")
          + message
          + mend.map(sentence -> stop + sentence).orElse("");
    }

    private static String list(Collection<String> known) {
      TreeSet<String> sorted = new TreeSet<>(known);
      int more = sorted.size() - LIMIT_CHOICES;
      return sorted.stream().limit(LIMIT_CHOICES).collect(Collectors.joining(", "))
          + (more > 0 ? " and " + more + " more" : "");
    }

    private static Optional<String> oneLine(Optional<String> text) {
      return text.map(Problem::oneLine).filter(line -> !line.isBlank());
    }

    private static String oneLine(String text) {
      return text.replaceAll("\\s*\\R\\s*", " ");
    }
  }
}
