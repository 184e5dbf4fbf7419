package io.streamalert.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a user of a public type can see: its supertypes and the signatures, bounds, exceptions and
 * annotations of its public and protected members. All of it must come from the JDK or be ours;
 * JSpecify's annotations are the one exception.
 */
final class PublicSignatures extends ArchCondition<JavaClass> {

  private static final List<String> ALLOWED =
      List.of("java.", CoreClasses.ROOT + ".", "org.jspecify.annotations.");

  PublicSignatures() {
    super("show only types of the JDK and our own in public and protected signatures");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    if (!isApi(type)) {
      return;
    }
    Stream<JavaType> supertypes =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    report(type.getName(), Stream.concat(supertypes, bounds(type.getTypeParameters())), events);
    reportAnnotations(type.getName(), type.getAnnotations(), events);
    for (JavaMember member : type.getMembers()) {
      if (isVisible(member.getModifiers())) {
        report(member.getFullName(), signature(member), events);
        reportAnnotations(member.getFullName(), member.getAnnotations(), events);
      }
    }
  }

  private static Stream<JavaType> signature(JavaMember member) {
    if (member instanceof JavaField field) {
      return Stream.of(field.getType());
    }
    JavaCodeUnit code = (JavaCodeUnit) member;
    return Stream.of(
            Stream.of(code.getReturnType()),
            code.getParameterTypes().stream(),
            code.getExceptionTypes().stream().map(JavaType.class::cast),
            bounds(code.getTypeParameters()))
        .flatMap(types -> types);
  }

  private static Stream<JavaType> bounds(List<? extends JavaTypeVariable<?>> parameters) {
    return parameters.stream().flatMap(parameter -> parameter.getUpperBounds().stream());
  }

  private static void report(String where, Stream<JavaType> types, ConditionEvents events) {
    types
        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
        .map(JavaClass::getBaseComponentType)
        .filter(raw -> !raw.isPrimitive() && !isAllowed(raw))
        .distinct()
        .forEach(raw -> violation(where, raw, events));
  }

  private static void reportAnnotations(
      String where, Set<? extends JavaAnnotation<?>> annotations, ConditionEvents events) {
    for (JavaAnnotation<?> annotation : annotations) {
      if (!isAllowed(annotation.getRawType())) {
        violation(where, annotation.getRawType(), events);
      }
    }
  }

  private static void violation(String where, JavaClass shown, ConditionEvents events) {
    events.add(SimpleConditionEvent.violated(shown, where + " shows " + shown.getName()));
  }

  private static boolean isAllowed(JavaClass type) {
    return ALLOWED.stream().anyMatch(type.getName()::startsWith);
  }

  private static boolean isApi(JavaClass type) {
    return isVisible(type.getModifiers())
        && type.getEnclosingClass().map(PublicSignatures::isApi).orElse(true);
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return !modifiers.contains(JavaModifier.SYNTHETIC)
        && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
  }
}
