package io.streamalert.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.streamalert.alert.OutputId;
import io.streamalert.settings.Property;
import io.streamalert.settings.Secret;
import io.streamalert.settings.SecretSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputCredentialsTest {

  private static final OutputId JIRA = OutputId.of("jira", "security");
  private static final Property URL =
      Property.builder("url", "a URL").credential().build();
  private static final Property KEY =
      Property.builder("key", "a key").credential().build();
  private static final Property PATH = Property.builder("path", "a path").build();
  private static final List<Property> BOTH = List.of(PATH, URL, KEY);

  private final Map<String, String> stored = new HashMap<>();
  private final SecretSource source = name -> Optional.ofNullable(stored.get(name));

  @Test
  void allPropertiesOfAnOutputAreOneSecret() {
    Map<String, Secret> credentials = OutputCredentials.of(JIRA, BOTH, source);
    stored.put("jira/security", "{\"url\": \"https://a\", \"key\": \"hunter2\", \"other\": 1}");

    assertThat(credentials).containsOnlyKeys("url", "key");
    assertThat(credentials.get("url").reveal()).isEqualTo("https://a");
    assertThat(credentials.get("key").reveal()).isEqualTo("hunter2");
    assertThat(credentials).asString().doesNotContain("hunter2");
    assertThat(OutputCredentials.read(JIRA, BOTH, source))
        .contains(Map.of("url", "https://a", "key", "hunter2", "other", "1"));
  }

  @Test
  void eachUseReadsAnew() {
    Secret key = OutputCredentials.of(JIRA, BOTH, source).get("key");
    stored.put("jira/security", "{\"key\": \"old\"}");
    assertThat(key.reveal()).isEqualTo("old");

    stored.put("jira/security", "{\"key\": \"new\"}");
    assertThat(key.reveal()).isEqualTo("new");
  }

  @Test
  void whatIsMissingIsNamed() {
    Secret key = OutputCredentials.of(JIRA, BOTH, source).get("key");
    assertThat(OutputCredentials.read(JIRA, BOTH, source)).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(key::reveal)
        .withMessage("The secret \"jira/security#key\" is not there; looked for it in "
            + source.description());

    stored.put("jira/security", "{\"url\": \"https://a\"}");
    assertThatIllegalStateException()
        .isThrownBy(key::reveal)
        .withMessageContaining("jira/security#key");
  }

  @Test
  void anOptionalCredentialThatWasLeftOutIsEmpty() {
    Property extra = Property.builder("extra", "more").credential().optional().build();
    Secret left = OutputCredentials.of(JIRA, List.of(URL, extra), source).get("extra");
    assertThatIllegalStateException().isThrownBy(left::reveal);

    stored.put("jira/security", "{\"url\": \"https://a\"}");
    assertThat(left.reveal()).isEmpty();
  }

  @Test
  void aSingleCredentialMayBeTheWholeSecret() {
    stored.put("jira/security", "https://hooks.example/1");

    assertThat(OutputCredentials.of(JIRA, List.of(PATH, URL), source).get("url").reveal())
        .isEqualTo("https://hooks.example/1");
    stored.put("jira/security", "{\"url\": \"https://a\"}");
    assertThat(OutputCredentials.of(JIRA, List.of(URL), source).get("url").reveal())
        .isEqualTo("https://a");
  }

  @Test
  void aSecretOfAnotherFormIsRefusedWithoutBeingShown() {
    stored.put("jira/security", "[\"hunter2\"]");

    assertThatIllegalStateException()
        .isThrownBy(() -> OutputCredentials.read(JIRA, BOTH, source))
        .withMessage("The secret \"jira/security\" is no JSON map of the properties url, key");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Map<String, String> values = Map.of("url", "https://a?b=\"c\"", "key", "grüße");
    stored.put("jira/security", OutputCredentials.toSecret(values));

    assertThat(OutputCredentials.read(JIRA, BOTH, source)).contains(values);
    assertThat(OutputCredentials.toSecret(Map.of())).isEqualTo("{}");
  }
}
