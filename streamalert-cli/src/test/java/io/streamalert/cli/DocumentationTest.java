package io.streamalert.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Holds README and guide against the code. A Java example on a page is a copy of lines of a compiled file, which stand
 * there between {@code // docs: NAME} and {@code // end}.
 */
class DocumentationTest {

  private static final int LONGEST_README = 150;
  private static final Pattern JAVA_BLOCK = Pattern.compile("(?ms)^```java\\R(.*?)^```");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)#]+)(?:#[^)]*)?\\)");
  private static final String START = "// docs: ";
  private static final String END = "// end";

  private final Path root = root();
  private final Map<Path, String> pages = pages();

  @Test
  void javaExamplesAreCompiledCode() throws IOException {
    Set<String> regions = new TreeSet<>();
    for (Path source : files(".java")) {
      regions.addAll(regions(Files.readAllLines(source)));
    }

    pages.forEach((page, text) -> JAVA_BLOCK
        .matcher(text)
        .results()
        .forEach(block -> assertThat(oneLine(block.group(1)))
            .as("an example of %s, which no file has between %sNAME and %s", page, START, END)
            .isIn(regions)));
  }

  @Test
  void linksLeadToFiles() {
    pages.forEach((page, text) -> LINK.matcher(text)
        .results()
        .map(link -> link.group(1))
        .filter(target -> !target.contains("://"))
        .forEach(target ->
            assertThat(page.resolveSibling(target)).as("a link of %s", page).exists()));
  }

  @Test
  void readmeIsShort() {
    assertThat(pages.get(root.resolve("README.md")).lines())
        .hasSizeLessThanOrEqualTo(LONGEST_README);
  }

  @Test
  void everyPageIsInAnIndex() {
    assertThat(pages.keySet().stream().map(root::relativize))
        .filteredOn(page -> page.startsWith("docs") && !page.endsWith("toc.md"))
        .allSatisfy(page -> {
          Path index = Path.of(
              "docs",
              page.startsWith("docs/decisions") && !page.endsWith("README.md")
                  ? "decisions/README.md"
                  : "toc.md");
          String link = index.getParent().relativize(page).toString().replace('\\', '/');
          assertThat(pages.get(root.resolve(index))).as("%s", index).contains("](" + link + ")");
        });
  }

  @Test
  void pageAboutRunHasEveryOption() {
    CommandLine run = new CommandLine(new RunCommand(Io.standard()));
    String page = page("docs/run.md");

    run.getCommandSpec()
        .options()
        .forEach(option -> assertThat(page).contains("`" + option.longestName()));
  }

  @Test
  void pageAboutRunHasEveryKeyOfTheSummary(@TempDir Path folder) throws IOException {
    Path log = Samples.write(folder.resolve("trail.json"), Samples.QUIET);
    String summary =
        Cli.run("run", "--input", "s3:trail=" + log, "--summary", "-").out();
    String page = page("docs/run.md");

    assertThat(
            Pattern.compile("\"([a-z_]+)\":").matcher(summary).results().map(key -> key.group(1)))
        .contains("raw_logs", "seconds")
        .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
  }

  private String page(String relative) {
    return pages.get(root.resolve(relative));
  }

  private static List<String> regions(List<String> lines) {
    List<String> regions = new ArrayList<>();
    Deque<StringBuilder> open = new ArrayDeque<>();
    for (String line : lines) {
      if (line.strip().startsWith(START)) {
        open.push(new StringBuilder());
      } else if (line.strip().equals(END)) {
        regions.add(oneLine(open.pop().toString()));
      } else {
        open.forEach(region -> region.append(line).append('\n'));
      }
    }
    assertThat(open).as("regions without an end").isEmpty();
    return regions;
  }

  private static String oneLine(String code) {
    return code.strip().replaceAll("\\s+", " ");
  }

  private Map<Path, String> pages() {
    Map<Path, String> texts = new TreeMap<>();
    try {
      for (Path file : files(".md")) {
        texts.put(file, Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  /** The files of this repository with such an end, without what was built. */
  private Collection<Path> files(String suffix) throws IOException {
    try (Stream<Path> found = Files.find(
        root,
        20,
        (file, attributes) -> attributes.isRegularFile() && file.toString().endsWith(suffix))) {
      return found.filter(file -> !isBuilt(root.relativize(file))).sorted().toList();
    }
  }

  private static boolean isBuilt(Path relative) {
    return Stream.iterate(relative, folder -> folder != null, Path::getParent)
        .anyMatch(folder -> folder.endsWith("target") || folder.toString().startsWith("."));
  }

  private static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("streamalert-bom")))
        .findFirst()
        .orElseThrow();
  }
}
