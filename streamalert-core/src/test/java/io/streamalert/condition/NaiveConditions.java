package io.streamalert.condition;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a condition says of a record of maps, lists and other Java values, in the plainest way: an
 * oracle for tests. It shares no code with conditions but the classes of their parts.
 */
public final class NaiveConditions {

  private enum Absence {
    MISSING
  }

  private NaiveConditions() {}

  /** Whether a record, as {@link ConditionArbitraries#records()} makes them, meets a condition. */
  public static boolean holds(Condition condition, @Nullable Object record) {
    return holds(condition.node(), record);
  }

  private static boolean holds(Node node, @Nullable Object scope) {
    if (node instanceof Node.All all) {
      return all.parts().stream().allMatch(part -> holds(part, scope));
    }
    if (node instanceof Node.Any any) {
      return any.parts().stream().anyMatch(part -> holds(part, scope));
    }
    if (node instanceof Node.Not not) {
      return !holds(not.part(), scope);
    }
    Node.Test test = (Node.Test) node;
    return subjects(test.subject(), scope).stream()
        .anyMatch(value -> meets(test.check(), value, scope));
  }

  private static List<@Nullable Object> subjects(Subject subject, @Nullable Object scope) {
    if (subject instanceof Subject.At at) {
      return Arrays.asList(at(scope, at.path().keys()));
    }
    if (subject instanceof Subject.Anywhere anywhere) {
      return occurrences(scope, anywhere.key());
    }
    List<@Nullable Object> all = occurrences(scope, ((Subject.First) subject).key());
    return all.isEmpty() ? List.of(Absence.MISSING) : all.subList(0, 1);
  }

  private static @Nullable Object at(@Nullable Object scope, List<String> keys) {
    Object value = scope;
    for (String key : keys) {
      value =
          value instanceof Map<?, ?> map && map.containsKey(key) ? map.get(key) : Absence.MISSING;
    }
    return value;
  }

  /** Level by level. */
  private static List<@Nullable Object> occurrences(@Nullable Object whole, String key) {
    List<@Nullable Object> found = new ArrayList<>();
    List<@Nullable Object> level = Arrays.asList(whole);
    while (!level.isEmpty()) {
      List<@Nullable Object> next = new ArrayList<>();
      for (Object value : level) {
        if (value instanceof Map<?, ?> map) {
          if (map.containsKey(key)) {
            found.add(map.get(key));
          }
          map.forEach((k, v) -> {
            if (!"streamalert_normalization".equals(k)) {
              next.add(v);
            }
          });
        } else if (value instanceof List<?> list) {
          next.addAll(list);
        }
      }
      level = next;
    }
    return found;
  }

  private static boolean meets(Check check, @Nullable Object value, @Nullable Object scope) {
    if (check instanceof Presence presence) {
      return meets(presence, value);
    }
    if (check instanceof BooleanCheck bool) {
      return value instanceof Boolean truth && truth == bool.truth();
    }
    if (check instanceof NumberCheck number) {
      return isInRelation(number.relation(), value, number.amount());
    }
    if (check instanceof NumberSet set) {
      return set.amounts().stream()
          .anyMatch(amount -> isInRelation(NumberCheck.Relation.IS, value, amount));
    }
    if (check instanceof SameAs same) {
      Object other = at(scope, same.other().keys());
      return value != null && value != Absence.MISSING && isSame(value, other);
    }
    if (check instanceof ElementCheck elements) {
      return value instanceof List<?> list
          && (elements.all()
              ? list.stream().allMatch(e -> holds(elements.element(), e))
              : list.stream().anyMatch(e -> holds(elements.element(), e)));
    }
    return value instanceof String text && textMeets(check, text);
  }

  private static boolean meets(Presence presence, @Nullable Object value) {
    return switch (presence) {
      case EXISTS -> value != Absence.MISSING;
      case IS_MISSING -> value == Absence.MISSING || value == null;
      case IS_NULL -> value == null;
      case IS_MAP -> value instanceof Map;
      case IS_TRUTHY ->
        !Arrays.asList(
                Absence.MISSING,
                null,
                false,
                "",
                0L,
                BigInteger.ZERO,
                0.0,
                -0.0,
                List.of(),
                Map.of())
            .contains(value);
    };
  }

  private static boolean isInRelation(
      NumberCheck.Relation relation, @Nullable Object value, Amount amount) {
    if (!(value instanceof Number number) || Double.isNaN(number.doubleValue())) {
      return false;
    }
    int comparison = compare(number, amount.exact());
    return switch (relation) {
      case IS -> comparison == 0;
      case IS_GREATER -> comparison > 0;
      case IS_AT_LEAST -> comparison >= 0;
      case IS_LESS -> comparison < 0;
      case IS_AT_MOST -> comparison <= 0;
    };
  }

  private static int compare(Number number, BigDecimal other) {
    if (number instanceof Double d && d.isInfinite()) {
      return d > 0 ? 1 : -1;
    }
    return exact(number).compareTo(other);
  }

  private static BigDecimal exact(Number number) {
    return number instanceof Double d
        ? new BigDecimal(d)
        : new BigDecimal(new BigInteger(number.toString()));
  }

  private static boolean isSame(@Nullable Object a, @Nullable Object b) {
    if (a instanceof List<?> x && b instanceof List<?> y) {
      boolean same = x.size() == y.size();
      for (int i = 0; same && i < x.size(); i++) {
        same = isSame(x.get(i), y.get(i));
      }
      return same;
    }
    if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
      return x.keySet().equals(y.keySet())
          && x.keySet().stream().allMatch(key -> isSame(x.get(key), y.get(key)));
    }
    Object x = numeric(a);
    Object y = numeric(b);
    return x instanceof Number n && y instanceof Number m ? isSameNumber(n, m) : same(x, y);
  }

  private static boolean same(@Nullable Object a, @Nullable Object b) {
    return a == null ? b == null : a.equals(b);
  }

  private static @Nullable Object numeric(@Nullable Object value) {
    return value instanceof Boolean truth ? (truth ? 1L : 0L) : value;
  }

  private static boolean isSameNumber(Number a, Number b) {
    boolean finite = Stream.of(a, b).allMatch(n -> !(n instanceof Double d) || Double.isFinite(d));
    return finite
        ? exact(a).compareTo(exact(b)) == 0
        : a instanceof Double x && b instanceof Double y && (double) x == (double) y;
  }

  private static boolean textMeets(Check check, String text) {
    if (check instanceof TextCheck texts) {
      return texts.texts().stream()
          .anyMatch(other -> relates(texts.form(), text, other, texts.ignoringCase()));
    }
    if (check instanceof GlobCheck globs) {
      int flags = Pattern.DOTALL;
      return globs.patterns().stream()
          .anyMatch(glob -> globs.ignoringCase()
              ? Pattern.compile(regex(lower(glob)), flags).matcher(lower(text)).matches()
              : Pattern.compile(regex(glob), flags).matcher(text).matches());
    }
    if (check instanceof RegexCheck regex) {
      return Pattern.matches(regex.regex(), text);
    }
    return ((NetworkCheck) check)
        .networks().stream().anyMatch(network -> isIn(network.written(), text));
  }

  private static boolean relates(
      TextCheck.Form form, String text, String other, boolean ignoringCase) {
    int length = other.length();
    int rest = text.length() - length;
    return switch (form) {
      case IS -> rest == 0 && text.regionMatches(ignoringCase, 0, other, 0, length);
      case STARTS_WITH -> text.regionMatches(ignoringCase, 0, other, 0, length);
      case ENDS_WITH -> rest >= 0 && text.regionMatches(ignoringCase, rest, other, 0, length);
      case CONTAINS -> {
        boolean found = false;
        for (int i = 0; i <= rest; i++) {
          found |= text.regionMatches(ignoringCase, i, other, 0, length);
        }
        yield found;
      }
    };
  }

  private static String lower(String text) {
    return text.codePoints()
        .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** For globs without a bracket inside a set. */
  private static String regex(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      int close = glob.indexOf(']', i);
      if (c == '[' && close > i + 1) {
        regex.append(glob.substring(i, close + 1).replaceFirst("^\\[!", "[^"));
        i = close;
      } else {
        regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote("" + c));
      }
    }
    return regex.toString();
  }

  private static boolean isIn(String network, String text) {
    Optional<byte[]> address = address(text);
    int slash = network.indexOf('/');
    byte[] start = address(slash < 0 ? network : network.substring(0, slash)).orElseThrow();
    int length = start.length * 8;
    int written = slash < 0 ? length : Integer.parseInt(network.substring(slash + 1));
    int bits = slash >= 0 && network.indexOf(':') >= 0 && length == 32 ? written - 96 : written;
    return address.isPresent()
        && address.get().length == start.length
        && new BigInteger(1, address.get())
            .shiftRight(length - bits)
            .equals(new BigInteger(1, start).shiftRight(length - bits));
  }

  /** Never a name, for that would be looked up. */
  private static Optional<byte[]> address(String text) {
    boolean four = text.matches("([0-9]{1,3}\\.){3}[0-9]{1,3}")
        && Arrays.stream(text.split("\\.")).allMatch(part -> Integer.parseInt(part) < 256);
    if (!four && !text.matches("[0-9a-fA-F.]*:[0-9a-fA-F.:]*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text).getAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
