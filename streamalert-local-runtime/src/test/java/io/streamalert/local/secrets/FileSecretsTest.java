package io.streamalert.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileSecretsTest extends SecretStoreContract {

  @Override
  SecretStore store() {
    return SecretStore.file(file());
  }

  @Override
  Path file() {
    return folder.resolve("store/secrets.json");
  }

  @Test
  void mapsAreKeptAsMaps() {
    store().write("b", "plain");
    store().write(NAME, VALUE);

    assertThat(file()).hasContent("{\"b\":\"plain\",\"slack/security\":" + VALUE + "}");
  }

  /** Texts that only look like JSON come back as they were. */
  @Test
  void otherTextsStayAsTheyAre() {
    for (String text : new String[] {"{ \"a\": 1 }", "[1]", "1", "null", "\"a\"", ""}) {
      store().write(NAME, text);
      assertThat(store().read(NAME)).contains(text);
    }
  }

  @Test
  void whatIsNoMapIsRefusedWithoutBeingShown() throws IOException {
    store().write(NAME, VALUE);
    for (String content : new String[] {"{\"a\": \"hunter2", "[\"hunter2\"]", ""}) {
      Files.writeString(file(), content);

      assertThatThrownBy(() -> store().read(NAME))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("In the file " + file() + " is no JSON map")
          .hasMessageNotContaining("hunter2");
    }
  }
}
