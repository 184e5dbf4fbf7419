package io.streamalert.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.classify.LogSchema;
import io.streamalert.record.LogSource;
import io.streamalert.testing.GuideExample;
import io.streamalert.testing.RepositoryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that the pages about configuration show make a directory that can be used. */
class GuideConfigTest {

  private static final Pattern FILE =
      Pattern.compile("(?ms)^`conf/([a-z/]+\\.json)`:\\R\\R```json\\R(.*?)^```$");

  @TempDir
  Path conf;

  @Test
  void filesOfThePagesAreRead() throws IOException {
    write("schemas/acme.json", example("docs/config-schemas.md").schema());
    for (String page : List.of("docs/config-global.md", "docs/config-clusters.md")) {
      MatchResult file =
          FILE.matcher(RepositoryFile.read(page)).results().findFirst().orElseThrow();
      write(file.group(1), file.group(2));
    }

    StreamAlertConfig config = StreamAlertConfig.load(conf);

    assertThat(config.schemas())
        .extracting(LogSchema::toString)
        .containsExactly("LogSchema[acme:login]", "LogSchema[acme:logout]");
    assertThat(config.sources().declared())
        .contains(LogSource.of("s3", "acme-firewall"), LogSource.of("s3", "acme-cloudtrail"));
  }

  private static GuideExample example(String page) {
    return GuideExample.of(RepositoryFile.read(page)).get(0);
  }

  private void write(String file, String text) throws IOException {
    Path path = conf.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
