package io.streamalert.local.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class EncryptedSecretsProperties {

  private static final ScryptCost CHEAP = new ScryptCost(2, 1, 1);

  /** Names and values without lone surrogates, which UTF-8 cannot hold. */
  @Provide
  Arbitrary<Map<String, String>> secrets() {
    Arbitrary<String> text = Arbitraries.strings()
        .ofMaxLength(30)
        .filter(string -> string.chars().noneMatch(c -> Character.isSurrogate((char) c)));
    return Arbitraries.maps(text.filter(name -> !name.isBlank()), text).ofMaxSize(5);
  }

  @Property(tries = 40)
  void whateverIsWrittenIsReadAgain(
      @ForAll("secrets") Map<String, String> secrets,
      @ForAll @StringLength(min = 1, max = 20) String phrase)
      throws IOException {
    Path folder = Files.createTempDirectory("secrets");
    Path file = folder.resolve("secrets.enc");
    SecretStore writer = store(file, phrase);
    secrets.forEach(writer::write);
    SecretStore reader = store(file, phrase);

    Map<String, String> read = new TreeMap<>();
    secrets.keySet().forEach(name -> read.put(name, reader.read(name).orElseThrow()));
    Files.deleteIfExists(file);
    Files.delete(folder);
    assertThat(read).isEqualTo(secrets);
  }

  private static SecretStore store(Path file, String phrase) {
    Passphrase passphrase = (of, isNew) -> phrase.getBytes(StandardCharsets.UTF_8);
    return new DocumentSecrets(new EncryptedDocument(new PrivateFile(file), passphrase, CHEAP));
  }
}
