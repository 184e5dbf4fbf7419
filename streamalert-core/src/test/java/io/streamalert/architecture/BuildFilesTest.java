package io.streamalert.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The BOM has no parent to inherit from, so what it repeats is compared here. */
class BuildFilesTest {

  private static final Pattern VERSION = Pattern.compile("\\n  <version>([^<]+)</version>");
  private static final Pattern GROUP = Pattern.compile("\\n  <groupId>([^<]+)</groupId>");
  private static final Pattern OWN_ARTIFACT = Pattern.compile(
      "<groupId>\\$\\{project\\.groupId}</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>\\$\\{project\\.version}");

  private final Path root = rootAbove(CoreClasses.mainFolder());

  @Test
  void theBomAlignsTheVersionsOfThisBuild() throws IOException {
    String parent = read("pom.xml");
    String bom = read("streamalert-bom/pom.xml");

    assertThat(all(VERSION, bom)).hasSize(1).isEqualTo(all(VERSION, parent));
    assertThat(all(GROUP, bom)).hasSize(1).isEqualTo(all(GROUP, parent));
    assertThat(all(OWN_ARTIFACT, bom)).isNotEmpty().isEqualTo(all(OWN_ARTIFACT, parent));
  }

  private static Path rootAbove(Path folder) {
    Path parent = folder.getParent();
    assertThat(parent).as("a folder above that holds the BOM").isNotNull();
    return Files.exists(parent.resolve("streamalert-bom")) ? parent : rootAbove(parent);
  }

  private String read(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(BuildFilesTest::firstGroup).toList();
  }

  private static String firstGroup(MatchResult match) {
    return match.group(1);
  }
}
