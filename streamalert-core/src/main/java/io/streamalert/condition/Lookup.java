package io.streamalert.condition;

import io.streamalert.condition.Leads.Lead;
import io.streamalert.record.FieldPaths;
import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Looks up the fields that some conditions make demands on, all in one walk, and asks tables for what
 * their values lead to. Immutable and thread-safe.
 */
final class Lookup {

  private final FieldPaths paths;
  private final FieldIndex[] fields;
  private final Subject.One[] searches;
  private final FieldIndex[] found;
  private final int[] always;

  private Lookup(Builder builder) {
    List<Subject.At> atPaths = new ArrayList<>();
    List<Subject.One> bySearch = new ArrayList<>();
    builder.fields.keySet().forEach(subject -> {
      if (subject instanceof Subject.At at) {
        atPaths.add(at);
      } else {
        bySearch.add(subject);
      }
    });
    this.paths = FieldPaths.of(atPaths.stream().map(Subject.At::path).toList());
    this.fields = builder.indexes(atPaths);
    this.searches = bySearch.toArray(Subject.One[]::new);
    this.found = builder.indexes(bySearch);
    this.always = Candidates.array(builder.always);
  }

  /** Whether there is no condition that could be found. */
  boolean isEmpty() {
    return fields.length == 0 && searches.length == 0 && always.length == 0;
  }

  /** The conditions that every record may meet, in ascending order. */
  int[] always() {
    return always;
  }

  /** Adds the other conditions that may hold. */
  void find(FieldValue content, Candidates candidates) {
    FieldValue[] values = paths.find(content);
    for (int i = 0; i < values.length; i++) {
      if (values[i].exists()) {
        fields[i].find(values[i], candidates);
      }
    }
    for (int i = 0; i < searches.length; i++) {
      FieldValue value = searches[i].find(content);
      if (value.exists()) {
        found[i].find(value, candidates);
      }
    }
  }

  /** Collects what leads to conditions, which come in ascending order. */
  static final class Builder {

    private final Map<Subject.One, FieldIndex.Builder> fields = new LinkedHashMap<>();
    private final List<Integer> always = new ArrayList<>();

    void add(List<Lead> leads, int condition) {
      for (Lead lead : leads) {
        fields
            .computeIfAbsent(lead.subject(), subject -> new FieldIndex.Builder())
            .add(lead.clue(), condition);
      }
    }

    void addAlways(int condition) {
      always.add(condition);
    }

    private FieldIndex[] indexes(List<? extends Subject.One> subjects) {
      return subjects.stream()
          .map(subject -> Objects.requireNonNull(fields.get(subject)).build())
          .toArray(FieldIndex[]::new);
    }

    Lookup build() {
      return new Lookup(this);
    }
  }
}
