package io.streamalert.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamalert.testing.RepositoryFile;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ConfigKeysTest {

  private static final String PAGE = "docs/config-keys.md";

  /** Writes the page instead where the system property asks for it. */
  @Test
  void thePageIsThatOfTheSchemas() throws IOException {
    String page = ConfigKeysPage.text();
    if (Boolean.getBoolean("streamalert.docs.write")) {
      Files.writeString(RepositoryFile.root().resolve(PAGE), page);
    }

    assertThat(RepositoryFile.read(PAGE))
        .as("%s is made from the JSON Schemas; its first lines say how to write it anew", PAGE)
        .isEqualTo(page);
  }
}
