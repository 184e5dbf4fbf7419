package io.streamalert.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where core's compiled classes are. Imported by path: scanning the class path takes seconds longer. */
final class CoreClasses {

  static final String ROOT = "io.streamalert";

  private static final Path TEST_CLASSES = folderOf(CoreClasses.class);

  private CoreClasses() {}

  static Path mainFolder() {
    return TEST_CLASSES.resolveSibling("classes");
  }

  static JavaClasses main() {
    return new ClassFileImporter().importPath(mainFolder());
  }

  static JavaClasses tests() {
    return new ClassFileImporter().importPath(TEST_CLASSES);
  }

  private static Path folderOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
