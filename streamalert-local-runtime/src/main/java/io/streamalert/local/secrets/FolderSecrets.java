package io.streamalert.local.secrets;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A file for each secret. */
final class FolderSecrets implements SecretStore {

  private static final int LONGEST_NAME = 255;
  private static final String PLAIN = "-_.";

  private final Path folder;

  FolderSecrets(Path folder) {
    this.folder = Objects.requireNonNull(folder, "folder");
  }

  @Override
  public Optional<String> read(String name) {
    return file(name).flatMap(file -> file.read().map(bytes -> text(file, bytes)));
  }

  private static String text(PrivateFile file, byte[] bytes) {
    try {
      return SecretText.decode(bytes)
          .orElseThrow(() ->
              Unusable.because("The file " + file + " is not UTF-8.", "Write the secret as text."));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  @Override
  public void write(String name, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    try {
      file(name)
          .orElseThrow(() -> new IllegalArgumentException(
              "A secret needs a name of which a file can be made, not \"" + name + "\""))
          .write(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  @Override
  public boolean remove(String name) {
    return file(name).map(PrivateFile::delete).orElse(false);
  }

  /** The file of a secret; empty if there can be none of that name. */
  private Optional<PrivateFile> file(String name) {
    String file = fileName(Objects.requireNonNull(name, "name"));
    return name.isBlank() || file.startsWith(".") || file.length() > LONGEST_NAME
        ? Optional.empty()
        : Optional.of(new PrivateFile(folder.resolve(file)));
  }

  private static String fileName(String name) {
    StringBuilder file = new StringBuilder();
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      int letter = each & 0xff;
      if (letter == '/') {
        file.append('.');
      } else if (isPlain(letter)) {
        file.append((char) letter);
      } else {
        file.append(String.format(Locale.ROOT, "%%%02X", letter));
      }
    }
    return file.toString();
  }

  private static boolean isPlain(int letter) {
    return letter < 0x80 && (Character.isLetterOrDigit(letter) || PLAIN.indexOf(letter) >= 0);
  }

  @Override
  public String description() {
    return "the folder " + folder;
  }

  @Override
  public String toString() {
    return description();
  }
}
