package io.streamalert.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The Maven project that a new rule is tested in, where there is none yet. */
final class ProjectTemplate {

  static final String POM = "pom.xml";

  private ProjectTemplate() {}

  /** Whether a folder has a project of Maven or Gradle. */
  static boolean isProject(Path folder) {
    return Stream.of(POM, "build.gradle", "build.gradle.kts")
        .anyMatch(file -> Files.exists(folder.resolve(file)));
  }

  /** A project with this version of StreamAlert. */
  static String pom(String groupId) {
    try (InputStream in = Objects.requireNonNull(
        ProjectTemplate.class.getResourceAsStream("project-pom.xml"), "project-pom.xml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).formatted(groupId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
