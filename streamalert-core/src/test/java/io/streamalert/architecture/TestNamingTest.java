package io.streamalert.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/** Surefire finds tests by the names of their classes: a test under another name would never run. */
class TestNamingTest {

  private static final String FUZZING_TIME = "30s";

  private static final JavaClasses TESTS = CoreClasses.tests();

  @Test
  void everyTestIsInAClassThatSurefireFinds() {
    methods()
        .that()
        .areMetaAnnotatedWith(Testable.class)
        .or()
        .areAnnotatedWith(FuzzTest.class)
        .should(beInAClassNamedForThem())
        .check(TESTS);
  }

  /** Jazzer fuzzes one target for each JVM, and a JVM is started for each class. */
  @Test
  void fuzzTestsStandAloneAndRunForHalfAMinute() {
    Map<JavaClass, List<JavaMethod>> targets = TESTS.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.isAnnotatedWith(FuzzTest.class))
        .collect(Collectors.groupingBy(JavaMethod::getOwner));

    assertThat(targets).allSatisfy((type, methods) -> {
      assertThat(methods).as(type.getName()).hasSize(1);
      assertThat(methods.get(0).getAnnotationOfType(FuzzTest.class).maxDuration())
          .as(type.getName())
          .isEqualTo(FUZZING_TIME);
    });
  }

  private static ArchCondition<JavaMethod> beInAClassNamedForThem() {
    return new ArchCondition<>("be in a class named …Test, …Properties or …FuzzTest") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        String suffix = suffixFor(method);
        runIn(method.getOwner())
            .filter(type -> !outermost(type).getSimpleName().endsWith(suffix))
            .forEach(type -> events.add(SimpleConditionEvent.violated(
                method,
                method.getFullName() + " runs in " + type.getName()
                    + ", but belongs into a class named …" + suffix)));
      }
    };
  }

  /** The tests of an abstract class, a contract, run in those that extend it. */
  private static Stream<JavaClass> runIn(JavaClass owner) {
    return Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT));
  }

  private static String suffixFor(JavaMethod method) {
    if (method.isAnnotatedWith(FuzzTest.class)) {
      return "FuzzTest";
    }
    return method.isAnnotatedWith(Property.class) ? "Properties" : "Test";
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(TestNamingTest::outermost).orElse(type);
  }
}
