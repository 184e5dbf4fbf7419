package io.streamalert.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Static fields are constants: final, and not of a type that holds changing state. A private array of
 * primitives or enum constants counts as one (look-up tables); that nobody writes to it is for the
 * reviewer to see.
 */
final class StaticState extends ArchCondition<JavaField> {

  private static final List<String> MUTABLE_PACKAGES =
      List.of("java.util.concurrent.atomic.", "java.util.concurrent.locks.");

  private static final List<String> MUTABLE_TYPES = List.of(
      ThreadLocal.class.getName(),
      StringBuilder.class.getName(),
      StringBuffer.class.getName(),
      java.util.BitSet.class.getName(),
      java.util.Date.class.getName(),
      java.util.Calendar.class.getName(),
      java.text.Format.class.getName(),
      java.util.Random.class.getName(),
      java.util.regex.Matcher.class.getName(),
      java.nio.Buffer.class.getName(),
      java.security.MessageDigest.class.getName(),
      "com.google.common.cache.Cache",
      "com.github.benmanes.caffeine.cache.Cache");

  StaticState() {
    super("be constants");
  }

  @Override
  public void check(JavaField field, ConditionEvents events) {
    if (isStatic(field)) {
      objection(field)
          .ifPresent(objection -> events.add(SimpleConditionEvent.violated(
              field, field.getFullName() + " is static and " + objection)));
    }
  }

  private static boolean isStatic(JavaField field) {
    return field.getModifiers().contains(JavaModifier.STATIC)
        && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  private static Optional<String> objection(JavaField field) {
    JavaClass type = field.getRawType();
    if (!field.getModifiers().contains(JavaModifier.FINAL)) {
      return Optional.of("not final");
    }
    if (type.isArray()) {
      JavaClass element = type.getBaseComponentType();
      boolean table = (element.isPrimitive() || element.isEnum())
          && field.getModifiers().contains(JavaModifier.PRIVATE);
      return table ? Optional.empty() : Optional.of("an array, whose elements can be changed");
    }
    return isMutable(type)
        ? Optional.of("of the mutable type " + type.getName())
        : Optional.empty();
  }

  private static boolean isMutable(JavaClass type) {
    return MUTABLE_PACKAGES.stream().anyMatch(type.getName()::startsWith)
        || MUTABLE_TYPES.stream().anyMatch(type::isAssignableTo)
        || isMutableCollection(type);
  }

  /** A concrete collection; the interfaces and Guava's Immutable types may hold constants. */
  private static boolean isMutableCollection(JavaClass type) {
    boolean collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
    return collection && !type.isInterface() && !type.getSimpleName().startsWith("Immutable");
  }
}
