package io.streamalert.local.secrets;

import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException.Problem;
import io.streamalert.settings.SecretSource;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One of the sources that the file names. */
final class SecretsEntry {

  static final String SOURCES = "sources";

  private static final String TYPE = "type";
  private static final String PATH = "path";
  private static final String KEY_FILE = "key_file";
  private static final String COMMAND = "command";
  private static final String SECONDS = "timeout_seconds";

  private static final String ENVIRONMENT = "environment";
  private static final String FOLDER = "folder";
  private static final String FILE = "file";
  private static final String ENCRYPTED = "encrypted";

  private static final Map<String, Set<String>> KEYS = Map.of(
      ENVIRONMENT, Set.of(),
      FOLDER, Set.of(PATH),
      FILE, Set.of(PATH),
      ENCRYPTED, Set.of(PATH, KEY_FILE),
      COMMAND, Set.of(COMMAND, SECONDS));

  private final FieldValue written;
  private final int index;
  private final String origin;
  private final List<Problem> problems;

  SecretsEntry(FieldValue written, int index, String origin, List<Problem> problems) {
    this.written = written;
    this.index = index;
    this.origin = origin;
    this.problems = problems;
  }

  /** The source; empty after a problem. */
  Optional<SecretSource> source(Passphrase prompt) {
    String type = written.at(TYPE).textOr("");
    Set<String> keys = KEYS.get(type);
    if (keys == null) {
      problems.add(problem(TYPE, "There is no source of secrets \"" + type + "\"")
          .choose(type, KEYS.keySet()));
      return Optional.empty();
    }
    written.fields().keySet().stream()
        .filter(key -> !key.equals(TYPE) && !keys.contains(key))
        .forEach(key -> problems.add(
            problem(key, "A source \"" + type + "\" has no \"" + key + "\"").choose(key, keys)));
    return switch (type) {
      case FOLDER -> path(PATH).map(SecretStore::folder);
      case FILE -> path(PATH).map(SecretStore::file);
      case ENCRYPTED -> encrypted(prompt);
      case COMMAND -> command();
      default -> Optional.of(new VariableSecrets());
    };
  }

  private Optional<SecretSource> encrypted(Passphrase prompt) {
    Optional<Passphrase> passphrase = written.at(KEY_FILE).isMissing()
        ? Optional.of(prompt)
        : path(KEY_FILE).map(Passphrase::ofKeyFile);
    Function<Path, Optional<SecretSource>> made =
        file -> passphrase.map(phrase -> SecretStore.encrypted(file, phrase));
    return path(PATH).flatMap(made);
  }

  private Optional<SecretSource> command() {
    List<String> words = written.at(COMMAND).elements().stream()
        .flatMap(word -> word.asString().stream())
        .toList();
    FieldValue limit = written.at(SECONDS);
    long seconds = limit.asLong().orElse(limit.isMissing() ? CommandSecrets.DEFAULT_SECONDS : 0);
    if (seconds < 1 || seconds > CommandSecrets.LIMIT_SECONDS) {
      problems.add(problem(SECONDS, "The time limit of a command is a whole number of seconds")
          .mendedBy("Write 1 to " + CommandSecrets.LIMIT_SECONDS + "."));
      return Optional.empty();
    }
    try {
      return Optional.of(CommandSecrets.of(words, Duration.ofSeconds(seconds)));
    } catch (IllegalArgumentException e) {
      problems.add(problem(COMMAND, String.valueOf(e.getMessage()))
          .mendedBy("Write for example [\"pass\", \"show\", \"streamalert/" + CommandSecrets.NAME
              + "\"]."));
      return Optional.empty();
    }
  }

  private Optional<Path> path(String key) {
    String text = written.at(key).textOr("");
    try {
      if (!text.isBlank()) {
        return Optional.of(Path.of(text));
      }
    } catch (InvalidPathException e) {
      // No path, as is said below.
    }
    problems.add(problem(key, "A source \"" + written.at(TYPE).textOr("") + "\" needs a path")
        .mendedBy("Add \"" + key + "\": \"PATH\"."));
    return Optional.empty();
  }

  private Problem problem(String key, String what) {
    return Problem.at(origin, Problem.pointer(SOURCES, Integer.toString(index), key), what);
  }
}
