package io.streamalert.config;

import io.streamalert.record.FieldValue;
import io.streamalert.settings.ConfigException.Problem;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the files of a configuration directory. */
final class ConfigDirectory {

  private static final String EXTENSION = ".json";

  private final Path directory;
  private final ConfigProblems problems = ConfigProblems.lenient();

  ConfigDirectory(Path directory) {
    this.directory = directory;
  }

  StreamAlertConfig load() {
    if (!Files.isDirectory(directory)) {
      problems.add(Problem.in(directory.toString(), "is no directory")
          .mendedBy("Name the conf directory of a StreamAlert deployment."));
      problems.throwIfAny();
    }
    List<ConfigFile> files = new ArrayList<>(read(directory, ""));
    files.addAll(read(directory.resolve(ConfigFile.SCHEMAS), ConfigFile.SCHEMAS + "/"));
    files.addAll(read(directory.resolve(ConfigFile.CLUSTERS), ConfigFile.CLUSTERS + "/"));
    return new ConfigReader(problems).read(directory.toString(), files);
  }

  /** The files of a folder by name; none where there is no such folder. */
  private List<ConfigFile> read(Path folder, String prefix) {
    List<Path> paths = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + EXTENSION)) {
        found.forEach(paths::add);
      } catch (IOException e) {
        problems.add(
            Problem.in(folder.toString(), "cannot be listed: " + e.getClass().getSimpleName()));
      }
    }
    return paths.stream().sorted().map(path -> read(prefix, path)).toList();
  }

  private ConfigFile read(String prefix, Path path) {
    String name = path.getFileName().toString();
    String key = prefix + name.substring(0, name.length() - EXTENSION.length());
    return new ConfigFile(key, path.toString(), content(path));
  }

  private FieldValue content(Path path) {
    try {
      if (Files.size(path) <= StreamAlertConfig.LIMIT_FILE_BYTES) {
        return ConfigJson.parse(path.toString(), Files.readAllBytes(path), problems);
      }
      problems.add(Problem.in(
              path.toString(), "has more than " + StreamAlertConfig.LIMIT_FILE_BYTES + " bytes")
          .mendedBy("Split it, or move data out of the configuration."));
    } catch (IOException e) {
      problems.add(Problem.in(path.toString(), "cannot be read: " + e.getClass().getSimpleName()));
    }
    return FieldValue.missing();
  }
}
