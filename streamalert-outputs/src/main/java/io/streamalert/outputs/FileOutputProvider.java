package io.streamalert.outputs;

import io.streamalert.alert.OutputId;
import io.streamalert.output.OutputDispatcher;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import io.streamalert.spi.OutputProvider;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The service {@code file}: alerts in a file, see {@link FileOutput}. Its properties are {@code
 * path}, which is required, {@code max_megabytes} (MiB, default 100), {@code max_age_hours} (by
 * default no limit) and {@code keep} (default {@value FileOutput#DEFAULT_KEEP} files). Thread-safe.
 */
public final class FileOutputProvider implements OutputProvider {

  private static final String PATH = "path";
  private static final String MEGABYTES = "max_megabytes";
  private static final String HOURS = "max_age_hours";
  private static final String KEEP = "keep";
  private static final int MOST_MEGABYTES = 1_000_000;
  private static final int MOST_HOURS = 87_600;
  private static final long MEGABYTE = 1024 * 1024;

  private static final List<Property> PROPERTIES = List.of(
      Property.builder(PATH, "the file that alerts are appended to, in a folder that exists")
          .forbidden("")
          .form(FileOutputProvider::isPath, "the path of a file")
          .build(),
      number(MEGABYTES, "how large a file may become, in MiB", MOST_MEGABYTES),
      number(HOURS, "for how many hours a file takes alerts", MOST_HOURS),
      number(
          KEEP, "how many files are kept beside the one that is written", FileOutput.LIMIT_KEEP));

  /** A provider. */
  public FileOutputProvider() {}

  @Override
  public String service() {
    return "file";
  }

  @Override
  public List<Property> properties() {
    return PROPERTIES;
  }

  @Override
  public OutputDispatcher create(
      OutputId id, Map<String, String> plain, Map<String, Secret> credentials) {
    FileOutput.Builder output = FileOutput.builder(id, Path.of(plain.getOrDefault(PATH, "")));
    number(plain, MEGABYTES).ifPresent(megabytes -> output.maxBytes(megabytes * MEGABYTE));
    number(plain, HOURS).map(Duration::ofHours).ifPresent(output::maxAge);
    number(plain, KEEP).map(Math::toIntExact).ifPresent(output::keep);
    return output.build();
  }

  private static Optional<Long> number(Map<String, String> plain, String name) {
    return Optional.ofNullable(plain.get(name)).filter(text -> !text.isEmpty()).map(Long::valueOf);
  }

  private static Property number(String name, String description, int most) {
    return Property.builder(name, description)
        .optional()
        .form(text -> isNumber(text, most), "a whole number from 1 to " + most)
        .build();
  }

  private static boolean isNumber(String text, int most) {
    if (!text.matches("[0-9]{1,7}")) {
      return false;
    }
    int number = Integer.parseInt(text);
    return number >= 1 && number <= most;
  }

  private static boolean isPath(String text) {
    try {
      return Path.of(text).getFileName() != null;
    } catch (InvalidPathException e) {
      return false; // The answer says so.
    }
  }
}
