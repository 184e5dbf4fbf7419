package io.streamalert.local.secrets;

import io.streamalert.record.FieldValue;
import io.streamalert.record.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** All secrets in one document of JSON, which is read anew each time. */
final class DocumentSecrets implements SecretStore {

  private final SecretDocument document;

  DocumentSecrets(SecretDocument document) {
    this.document = document;
  }

  @Override
  public synchronized Optional<String> read(String name) {
    return Optional.ofNullable(load().get(Objects.requireNonNull(name, "name")));
  }

  @Override
  public synchronized void write(String name, String value) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("The name of a secret must not be blank");
    }
    Map<String, String> secrets = load();
    secrets.put(name, Objects.requireNonNull(value, "value"));
    save(secrets);
  }

  @Override
  public synchronized boolean remove(String name) {
    Map<String, String> secrets = load();
    boolean there = secrets.remove(name) != null;
    if (there) {
      save(secrets);
    }
    return there;
  }

  private Map<String, String> load() {
    Map<String, String> secrets = new TreeMap<>();
    document.read().ifPresent(bytes -> {
      try {
        parsed(bytes).fields().forEach((name, value) -> secrets.put(name, text(value)));
      } finally {
        Arrays.fill(bytes, (byte) 0);
      }
    });
    return secrets;
  }

  /** Without what the reader has to say, which may show a value. */
  private FieldValue parsed(byte[] bytes) {
    return new JsonReader()
        .read(bytes)
        .filter(content -> content.kind() == FieldValue.Kind.MAP)
        .orElseThrow(() -> Unusable.because(
            "In " + document.description() + " is no JSON map.",
            "It has to be of the form {\"SERVICE/DESCRIPTOR\": {\"PROPERTY\": \"VALUE\"}}."));
  }

  private static String text(FieldValue value) {
    return value.asString().orElseGet(value::toJson);
  }

  private void save(Map<String, String> secrets) {
    Map<String, FieldValue> fields = new TreeMap<>();
    secrets.forEach((name, value) -> fields.put(name, value(value)));
    byte[] bytes = FieldValue.map(fields).toJson().getBytes(StandardCharsets.UTF_8);
    try {
      document.replace(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  /** A map is written as a map where it is read as the same text again. */
  private static FieldValue value(String text) {
    return new JsonReader()
        .read(text)
        .filter(json -> json.kind() == FieldValue.Kind.MAP && json.toJson().equals(text))
        .orElseGet(() -> FieldValue.of(text));
  }

  @Override
  public String description() {
    return document.description();
  }

  @Override
  public String toString() {
    return description();
  }
}
