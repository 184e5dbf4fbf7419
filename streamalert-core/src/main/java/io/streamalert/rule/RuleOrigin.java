package io.streamalert.rule;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;

/**
 * Where a rule comes from, for lists and messages. Immutable.
 *
 * @param type the class that holds the rule's code; for a rule without code of its own {@code
 *     Rule.of}
 * @param place the jar, folder or source file, or {@value #CODE} where that is not known
 * @param library whether the rule is one of a library, which has rules for more log types than a
 *     deployment has: such a rule is {@link RuleState#INACTIVE} where none of its log types has a
 *     schema, while for any other rule an unknown log type is an error
 */
public record RuleOrigin(String type, String place, boolean library) {

  /** The place of a rule that was made in code. */
  public static final String CODE = "code";

  /**
   * Checks the parts.
   *
   * @param type the class
   * @param place the place
   * @param library whether the rule is one of a library
   */
  public RuleOrigin {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(place, "place");
  }

  /**
   * The origin of a rule that code hands over: the jar or folder of its class.
   *
   * @param rule the rule
   * @return the origin, of no library
   */
  public static RuleOrigin of(Rule rule) {
    Class<?> code = codeOf(rule);
    return in(rule, code == Rule.class ? CODE : placeOf(code));
  }

  /**
   * The origin of a rule that was loaded from somewhere.
   *
   * @param rule the rule
   * @param place the jar, folder or file
   * @return the origin, of no library
   */
  public static RuleOrigin in(Rule rule, String place) {
    Class<?> code = codeOf(rule);
    String type = code.getName();
    int lambda = type.indexOf("$$Lambda");
    return new RuleOrigin(
        code == Rule.class ? "Rule.of" : lambda < 0 ? type : type.substring(0, lambda),
        place,
        false);
  }

  /**
   * The same origin as that of a rule of a library.
   *
   * @return the origin
   */
  public RuleOrigin ofLibrary() {
    return new RuleOrigin(type, place, true);
  }

  /** The class with the rule's code; a lambda is a class of its own. */
  static Class<?> codeOf(Rule rule) {
    return rule instanceof SimpleRule simple ? simple.codeClass() : rule.getClass();
  }

  private static String placeOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL location = source == null ? null : source.getLocation();
    return location == null ? CODE : path(location);
  }

  private static String path(URL location) {
    try {
      URI address = location.toURI();
      return address.getScheme().equals("file") ? Path.of(address).toString() : address.toString();
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return location.toString();
    }
  }

  /** {@return class and place} */
  @Override
  public String toString() {
    return type + " in " + place;
  }
}
