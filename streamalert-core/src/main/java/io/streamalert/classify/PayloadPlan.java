package io.streamalert.classify;

import io.streamalert.classify.Payload.Form;
import io.streamalert.record.FieldNames;
import io.streamalert.record.NamedFields;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which groups of schemas are worth trying on a payload, by its form and, for a map, by its
 * keys. Thread-safe.
 */
final class PayloadPlan {

  private final FieldNames names;
  private final List<SchemaGroup> ofMaps;
  private final Map<Form, List<SchemaGroup>> others = new EnumMap<>(Form.class);
  private final ByKeySet<List<SchemaGroup>> byKeys = new ByKeySet<>(this::withKeys);

  /**
   * A plan.
   *
   * @param names at least the keys that groups need, and the fields of schemas whose record is the
   *     whole payload
   */
  PayloadPlan(FieldNames names, List<SchemaGroup> groups) {
    this.names = names;
    List<SchemaGroup> ordered =
        groups.stream().sorted(Comparator.comparingInt(SchemaGroup::order)).toList();
    for (Form form : Form.values()) {
      others.put(
          form,
          ordered.stream()
              .filter(group -> group.extraction().takes().forms().contains(form))
              .toList());
    }
    this.ofMaps = others.getOrDefault(Form.MAP, List.of());
  }

  /** The groups worth trying, by the place of their first schema. */
  List<SchemaGroup> groups(Payload payload) {
    Form form = payload.form();
    return form == Form.MAP
        ? byKeys.get(payload.named(names, payload.json().orElseThrow()))
        : others.getOrDefault(form, List.of());
  }

  private List<SchemaGroup> withKeys(NamedFields found) {
    long[] bits = found.bits();
    return ofMaps.stream().filter(group -> isWorth(group, found, bits)).toList();
  }

  private boolean isWorth(SchemaGroup group, NamedFields found, long[] bits) {
    if (group.extraction() instanceof WholePayload) {
      return group.schemas().stream().anyMatch(schema -> schema.takes(found, bits));
    }
    String key = group.extraction().takes().key();
    return key == null || (bits[names.number(key) >> 6] & 1L << names.number(key)) != 0;
  }
}
