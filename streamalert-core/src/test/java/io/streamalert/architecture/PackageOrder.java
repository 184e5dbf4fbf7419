package io.streamalert.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/**
 * The order of core's packages: each may use those of earlier ranks only, and packages of one rank do
 * not know each other. The root package comes last; a package that is missing here is a violation.
 */
final class PackageOrder extends ArchCondition<JavaClass> {

  private static final String ROOT_PACKAGE = "";

  private static final List<Set<String>> RANKS = List.of(
      Set.of("settings"),
      Set.of("record"),
      Set.of("condition"),
      Set.of("lookup", "classify", "normalize", "intel", "alert"),
      Set.of("publish"),
      Set.of("output", "rule"),
      Set.of("delivery"),
      Set.of("history"),
      Set.of("event"),
      Set.of("feed"),
      Set.of("spi"),
      Set.of("config"),
      Set.of(ROOT_PACKAGE));

  PackageOrder() {
    super("use only packages that come before their own");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    String from = packageOf(type);
    if (rankOf(from) < 0) {
      events.add(SimpleConditionEvent.violated(
          type,
          type.getName() + " is in a package that has no place in " + getClass().getName()));
      return;
    }
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass().getBaseComponentType();
      if (isOurs(target) && !mayUse(from, packageOf(target))) {
        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
      }
    }
  }

  private static boolean mayUse(String from, String to) {
    return from.equals(to) || rankOf(to) < rankOf(from);
  }

  private static int rankOf(String name) {
    for (int rank = 0; rank < RANKS.size(); rank++) {
      if (RANKS.get(rank).contains(name)) {
        return rank;
      }
    }
    return -1;
  }

  private static boolean isOurs(JavaClass type) {
    return (type.getPackageName() + ".").startsWith(CoreClasses.ROOT + ".");
  }

  /** The package's name below the root package. */
  private static String packageOf(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(CoreClasses.ROOT)
        ? ROOT_PACKAGE
        : name.substring(CoreClasses.ROOT.length() + 1);
  }
}
