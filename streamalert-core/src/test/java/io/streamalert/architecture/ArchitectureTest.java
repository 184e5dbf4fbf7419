package io.streamalert.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Core's architecture: what its packages, its public types and its state may look like. */
class ArchitectureTest {

  private static final int JAVA_17 = 61;

  private static final JavaClasses CLASSES = CoreClasses.main();

  @Test
  void packagesUseOnlyThoseBeforeThem() {
    classes().should(new PackageOrder()).check(CLASSES);
  }

  @Test
  void publicSignaturesShowNoForeignTypes() {
    classes().should(new PublicSignatures()).check(CLASSES);
  }

  @Test
  void thereIsNoStaticState() {
    // Core may have no fields at all while it is being started.
    fields().should(new StaticState()).allowEmptyShould(true).check(CLASSES);
  }

  @Test
  void packagesAreNullMarked() {
    classes().should(beInNullMarkedPackages()).check(CLASSES);
  }

  /** Neither by name nor through printStackTrace(). */
  @Test
  void nobodyWritesToStandardStreams() {
    noClasses().should(ACCESS_STANDARD_STREAMS).check(CLASSES);
  }

  @Test
  void nobodyUsesJavaUtilLogging() {
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
  }

  @Test
  void nobodyThrowsGenericExceptions() {
    noClasses().should(THROW_GENERIC_EXCEPTIONS).check(CLASSES);
  }

  @Test
  void nobodyDeclaresGenericExceptions() {
    methods().should(declareSpecificExceptions()).allowEmptyShould(true).check(CLASSES);
  }

  @Test
  void thereAreNoThreadsTimersSocketsOrDatabases() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.(lang\\.Thread|util\\.Timer|util\\.concurrent\\.\\w*Execut\\w*)")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.net\\.(\\w*Socket\\w*|\\w*URLConnection)|java\\.nio\\.channels\\.\\w*Socket\\w*")
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "java.sql..", "javax.sql..", "com.sun.net..")
        .because("time, threads, I/O and retries belong to the runtimes")
        .check(CLASSES);
  }

  @Test
  void timeComesFromTheClock() {
    noClasses()
        .should()
        .callMethodWhere(target(name("now"))
            .and(target(owner(nameMatching("java\\.time\\..*"))))
            .and(target(rawParameterTypes(List.of()))))
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  @Test
  void classFilesAreForJava17() throws IOException {
    List<String> others = new ArrayList<>();
    try (Stream<Path> files = Files.walk(CoreClasses.mainFolder())) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        int version = majorVersion(file);
        if (version != JAVA_17) {
          others.add(file + ": " + version);
        }
      }
    }
    assertThat(others).isEmpty();
  }

  private static int majorVersion(Path classFile) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(classFile))) {
      in.skipNBytes(6); // magic number and minor version
      return in.readUnsignedShort();
    }
  }

  private static ArchCondition<JavaClass> beInNullMarkedPackages() {
    return new ArchCondition<>("be in packages with a package-info that says @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
          events.add(SimpleConditionEvent.violated(
              type, "the package of " + type.getName() + " is not @NullMarked"));
        }
      }
    };
  }

  private static ArchCondition<JavaMethod> declareSpecificExceptions() {
    return new ArchCondition<>("not declare Exception or Throwable") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        if (method.getThrowsClause().containsType(Exception.class)
            || method.getThrowsClause().containsType(Throwable.class)) {
          events.add(SimpleConditionEvent.violated(
              method, method.getFullName() + " declares a generic exception"));
        }
      }
    };
  }
}
