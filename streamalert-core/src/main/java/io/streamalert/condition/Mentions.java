package io.streamalert.condition;

import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Collects the fields and values that a condition names. */
final class Mentions {

  private static final FieldValue SOME_TEXT = FieldValue.of("x");
  private static final FieldValue EMPTY_TEXT = FieldValue.of("");
  private static final FieldValue EMPTY_LIST = FieldValue.list(List.of());
  private static final FieldValue EMPTY_MAP = FieldValue.map(Map.of());
  private static final FieldValue NULL = FieldValue.of(null);

  /** A field; two are the same where they are looked for in the same way. */
  private record Field(FieldPath path, boolean anywhere) {}

  /** By kind and form, as {@code 1} and {@code true} are equal values. */
  private final Map<Field, Map<String, FieldValue>> found = new LinkedHashMap<>();

  private Mentions() {}

  static List<Mention> of(Node node) {
    Mentions mentions = new Mentions();
    mentions.add(node);
    return mentions.found.entrySet().stream()
        .map(field -> new Mention(
            field.getKey().path,
            field.getKey().anywhere,
            List.copyOf(field.getValue().values())))
        .toList();
  }

  private void add(Node node) {
    if (node instanceof Node.All all) {
      all.parts().forEach(this::add);
    } else if (node instanceof Node.Any any) {
      any.parts().forEach(this::add);
    } else if (node instanceof Node.Not not) {
      add(not.part());
    } else if (node instanceof Node.Test test) {
      add(field(test.subject()), values(test.check()));
      if (test.check() instanceof SameAs same) {
        add(new Field(same.other(), false), Stream.of(SOME_TEXT));
      }
    }
  }

  private void add(Field field, Stream<FieldValue> values) {
    Map<String, FieldValue> known = found.computeIfAbsent(field, any -> new LinkedHashMap<>());
    values.forEach(value -> known.putIfAbsent(value.kind() + value.toJson(), value));
  }

  private static Field field(Subject subject) {
    if (subject instanceof Subject.At at) {
      return new Field(at.path(), false);
    }
    String key =
        subject instanceof Subject.First first ? first.key() : ((Subject.Anywhere) subject).key();
    return new Field(FieldPath.of(key), true);
  }

  private static Stream<FieldValue> values(Check check) {
    if (check instanceof TextCheck text) {
      return texts(text).map(FieldValue::of);
    }
    if (check instanceof GlobCheck glob) {
      return glob.patterns().stream().flatMap(Mentions::matching).map(FieldValue::of);
    }
    if (check instanceof NetworkCheck networks) {
      return networks.networks().stream()
          .map(network -> FieldValue.of(network.written().replaceFirst("/.*", "")));
    }
    if (check instanceof NumberCheck number) {
      return around(number.amount());
    }
    if (check instanceof NumberSet numbers) {
      return numbers.amounts().stream().map(Amount::number);
    }
    return ofKind(check);
  }

  private static Stream<FieldValue> ofKind(Check check) {
    if (check instanceof BooleanCheck bool) {
      return Stream.of(FieldValue.of(bool.truth()), FieldValue.of(!bool.truth()));
    }
    if (check instanceof Presence presence) {
      return presence(presence);
    }
    if (check instanceof ElementCheck elements) {
      return lists(of(elements.element().node()));
    }
    return check instanceof SameAs ? Stream.of(SOME_TEXT) : Stream.empty();
  }

  private static Stream<String> texts(TextCheck check) {
    Stream<String> longer = check.texts().stream().flatMap(text -> switch (check.form()) {
      case IS -> Stream.of(text);
      case STARTS_WITH -> Stream.of(text, text + "x");
      case ENDS_WITH -> Stream.of(text, "x" + text);
      case CONTAINS -> Stream.of(text, "x" + text + "x");
    });
    return check.ignoringCase()
        ? longer.flatMap(text -> Stream.of(text, text.toUpperCase(Locale.ROOT)))
        : longer;
  }

  /** Texts that a pattern without sets matches, with nothing and with something for each star. */
  private static Stream<String> matching(String pattern) {
    String oneEach = pattern.replace('?', 'x');
    return Stream.of(oneEach.replace("*", ""), oneEach.replace('*', 'x'));
  }

  private static Stream<FieldValue> around(Amount amount) {
    return Stream.of(Stream.of(amount), amount.previous().stream(), amount.next().stream())
        .flatMap(amounts -> amounts)
        .map(Amount::number);
  }

  private static Stream<FieldValue> presence(Presence presence) {
    return switch (presence) {
      case EXISTS -> Stream.of(SOME_TEXT, NULL, FieldValue.missing());
      case IS_MISSING -> Stream.of(FieldValue.missing(), NULL);
      case IS_NULL -> Stream.of(NULL, FieldValue.missing());
      case IS_TRUTHY -> Stream.of(SOME_TEXT, EMPTY_TEXT);
      case IS_MAP -> Stream.of(EMPTY_MAP);
    };
  }

  /** Lists of one element each, made of the values that matter to it, and the empty list. */
  private static Stream<FieldValue> lists(List<Mention> ofElement) {
    int most = ofElement.stream().mapToInt(m -> m.values().size()).max().orElse(0);
    List<FieldValue> lists = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      lists.add(FieldValue.list(List.of(element(ofElement, i))));
    }
    lists.add(EMPTY_LIST);
    return lists.stream();
  }

  private static FieldValue element(List<Mention> mentions, int choice) {
    FieldValue element = EMPTY_MAP;
    for (Mention mention : mentions) {
      if (!mention.values().isEmpty()) {
        FieldValue value = mention.values().get(choice % mention.values().size());
        element = placed(element, mention.path().keys(), value);
      }
    }
    return element.exists() ? element : NULL;
  }

  /** A value with another one at a path; what is no map on the way becomes one. */
  private static FieldValue placed(FieldValue in, List<String> keys, FieldValue value) {
    if (keys.isEmpty() || (!value.exists() && keys.size() == 1)) {
      return keys.isEmpty() ? value : in;
    }
    FieldValue map = in.kind() == FieldValue.Kind.MAP ? in : EMPTY_MAP;
    String key = keys.get(0);
    return map.with(key, placed(map.at(key), keys.subList(1, keys.size()), value));
  }
}
