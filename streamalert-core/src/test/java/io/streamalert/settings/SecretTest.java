package io.streamalert.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SecretTest {

  @Test
  void valueIsReadAtEachUseOnly() {
    AtomicInteger reads = new AtomicInteger();
    Secret secret = Secret.of("token", name -> Optional.of(name + reads.incrementAndGet()));

    assertThat(secret.name()).isEqualTo("token");
    assertThat(reads).hasValue(0);
    assertThat(secret.reveal()).isEqualTo("token1");
    assertThat(secret.reveal()).isEqualTo("token2");
  }

  @Test
  void valueIsNeverPrinted() {
    Secret secret = Secret.of("slack:sec/url", SecretSource.of(Map.of("slack:sec/url", "hunter2")));

    assertThat(secret).hasToString("Secret[slack:sec/url]");
    assertThat(Secret.literal("hunter2")).hasToString("Secret[literal]");
    assertThat(Secret.literal("hunter2").reveal()).isEqualTo("hunter2");
    assertThat(Secret.literal("a")).isNotEqualTo(Secret.literal("a"));
  }

  @Test
  void missingSecretIsNamedWithThePlacesThatWereSearched() {
    SecretSource source =
        SecretSource.firstOf(SecretSource.environment(), SecretSource.of(Map.of("b", "hunter2")));

    assertThatIllegalStateException()
        .isThrownBy(() -> Secret.of("STREAMALERT_NO_SUCH_VARIABLE", source).reveal())
        .withMessage("The secret \"STREAMALERT_NO_SUCH_VARIABLE\" is not there; looked for it in "
            + "the environment variables, then the given values");
    assertThatIllegalStateException()
        .isThrownBy(() -> Secret.fromEnv("STREAMALERT_NO_SUCH_VARIABLE").reveal())
        .withMessageContaining("the environment variables");
    assertThatIllegalStateException()
        .isThrownBy(() -> Secret.of("x", SecretSource.none()).reveal())
        .withMessageContaining("no source of secrets");
    assertThatIllegalStateException()
        .isThrownBy(() -> Secret.of("x", name -> Optional.empty()).reveal())
        .withMessageContaining("a custom source of secrets");
  }

  @Test
  void nameMustNotBeBlank() {
    assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(" ", SecretSource.none()));
    assertThatIllegalArgumentException().isThrownBy(() -> Secret.fromEnv(""));
  }

  @Test
  void firstSourceThatHasItAnswers() {
    SecretSource source = SecretSource.firstOf(
        SecretSource.of(Map.of("a", "1")), SecretSource.of(Map.of("a", "2", "b", "3")));

    assertThat(source.read("a")).contains("1");
    assertThat(source.read("b")).contains("3");
    assertThat(source.read("c")).isEmpty();
    assertThat(SecretSource.firstOf().read("a")).isEmpty();
  }

  @Test
  void failingSourceIsNotPassedOver() {
    SecretSource failing = name -> {
      throw new UncheckedIOException(new IOException("store is away"));
    };

    assertThatThrownBy(() -> Secret.of(
                "a", SecretSource.firstOf(failing, SecretSource.of(Map.of("a", "1"))))
            .reveal())
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void givenValuesAreCopiedAndHidden() {
    Map<String, String> values = new HashMap<>(Map.of("a", "hunter2"));
    SecretSource source = SecretSource.of(values);
    values.put("a", "changed");

    assertThat(source.read("a")).contains("hunter2");
    assertThat(source.toString()).doesNotContain("hunter2");
    assertThat(SecretSource.environment()).hasToString("the environment variables");
    assertThat(SecretSource.none()).hasToString("no source of secrets");
  }

  @Test
  void emptyVariableCountsAsAbsent() {
    SecretSource source = new EnvironmentSecrets(Map.of("SET", "value", "EMPTY", "")::get);

    assertThat(source.read("SET")).contains("value");
    assertThat(source.read("EMPTY")).isEmpty();
    assertThat(source.read("ABSENT")).isEmpty();
  }
}
