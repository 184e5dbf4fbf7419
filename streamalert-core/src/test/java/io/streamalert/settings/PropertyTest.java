package io.streamalert.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PropertyTest {

  @Test
  void plainPropertyIsRequiredAndForbidsSpaceAndColon() {
    Property property =
        Property.builder("project_key", "the key of the project").build();

    assertThat(property.name()).isEqualTo("project_key");
    assertThat(property.description()).isEqualTo("the key of the project");
    assertThat(property.required()).isTrue();
    assertThat(property.masked()).isFalse();
    assertThat(property.credential()).isFalse();
    assertThat(property.forbidden()).isEqualTo(" :");
    assertThat(property.check("SEC")).isEmpty();
    assertThat(property.check("")).contains("\"project_key\" is required");
    assertThat(property.check("SEC:1")).contains("\"project_key\" must not contain space or ':'");
    assertThat(property.check("SEC 1")).isPresent();
    assertThat(property).hasToString("Property[project_key]");
  }

  @Test
  void secretIsNeverQuoted() {
    Property property = Property.builder("url", "the address of the webhook")
        .masked()
        .credential()
        .forbidden(" ")
        .form(value -> value.startsWith("https://"), "an address that begins with https://")
        .build();

    assertThat(property.masked()).isTrue();
    assertThat(property.credential()).isTrue();
    assertThat(property.check("https://hooks.example/hunter2")).isEmpty();
    assertThat(property.check("ftp://hunter2"))
        .contains("\"url\" must be an address that begins with https://");
    assertThat(property.check("https:// hunter2").orElseThrow()).doesNotContain("hunter2");
    assertThat(property).hasToString("Property[url, masked, credential]");
  }

  @Test
  void optionalPropertyMayBeLeftOut() {
    Property property = Property.builder("labels", "labels of the issue")
        .optional()
        .forbidden("")
        .form(value -> !value.isEmpty(), "never asked for an empty value")
        .build();

    assertThat(property.required()).isFalse();
    assertThat(property.check("")).isEmpty();
    assertThat(property.check("a b:c")).isEmpty();
    assertThat(property).hasToString("Property[labels, optional]");
  }

  @Test
  void longValuesAreRefused() {
    Property property = Property.builder("key", "the key").build();

    assertThat(property.check("x".repeat(4_096))).isEmpty();
    assertThat(property.check("x".repeat(4_097)))
        .contains("\"key\" must have at most 4096 characters");
  }

  @Test
  void nameAndDescriptionMustNotBeBlank() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Property.builder(" ", "a key"))
        .withMessageContaining("name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Property.builder("key", ""))
        .withMessageContaining("description");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Property.builder("key", "a key").form(value -> true, " "));
  }
}
