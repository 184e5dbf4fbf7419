package io.streamalert.cli;

import io.streamalert.rule.Rule;
import io.streamalert.settings.ConfigException.Problem;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;

/** Makes rules of classes. */
final class RuleClasses {

  private RuleClasses() {}

  /** Whether a class is meant to be a rule: one that can be named, and is no part of another's code. */
  static boolean isRule(Class<?> type) {
    return Rule.class.isAssignableFrom(type)
        && !Modifier.isAbstract(type.getModifiers())
        && !type.isAnonymousClass()
        && !type.isLocalClass()
        && !type.isSynthetic();
  }

  /** Whether anybody may make a rule of a class. */
  static boolean isPublicRule(Class<?> type) {
    try {
      return isRule(type)
          && Modifier.isPublic(type.getModifiers())
          && Modifier.isPublic(type.getDeclaredConstructor().getModifiers());
    } catch (NoSuchMethodException noRule) {
      return false;
    }
  }

  /** A rule of a class, or empty and one problem more. */
  static Optional<LoadedRule> rule(Class<?> type, String origin, List<Problem> problems) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      Rule rule = (Rule) constructor.newInstance();
      if (rule.spec() != null) {
        return Optional.of(LoadedRule.of(rule, origin));
      }
      problems.add(problem(type, origin, "has no spec").mendedBy("Let spec() return a RuleSpec."));
    } catch (NoSuchMethodException e) {
      problems.add(
          problem(type, origin, "has no constructor without arguments").mendedBy("Add one."));
    } catch (InvocationTargetException e) {
      problems.add(problem(type, origin, "cannot be made: " + e.getCause()));
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      problems.add(problem(type, origin, "cannot be made: " + rootOf(e)));
    }
    return Optional.empty();
  }

  private static Throwable rootOf(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private static Problem problem(Class<?> type, String origin, String what) {
    return Problem.in(origin, "the rule " + type.getName() + " " + what);
  }
}
