package io.streamalert.config;

import io.streamalert.record.FieldValue;
import io.streamalert.record.FieldValue.Kind;
import io.streamalert.record.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds where in JSON samples the records are. A list of maps counts as records where its key is a
 * usual one for that, or where nothing stands beside it; text that is JSON where its key is usual.
 */
final class RecordPlaces {

  private static final Set<String> OF_LISTS = Set.of(
      "records", "logevents", "events", "logs", "entries", "items", "results", "data", "value");
  private static final Set<String> OF_TEXTS =
      Set.of("message", "msg", "body", "data", "event", "payload", "log");

  private final List<FieldValue> values;
  private final JsonReader reader = new JsonReader();

  /** Of samples that are all maps or all lists. */
  RecordPlaces(List<FieldValue> values) {
    this.values = values;
  }

  /** The places, the most telling first. */
  List<RecordPlace> all() {
    List<RecordPlace> places = new ArrayList<>();
    if (values.get(0).kind() == Kind.LIST) {
      addList("[*]", values, List.of(), places);
    } else {
      values.get(0).fields().keySet().stream()
          .filter(this::isUsualList)
          .forEach(key ->
              addList(RecordPlace.identifier(key) + "[*]", at(key, values), without(key), places));
      values
          .get(0)
          .fields()
          .keySet()
          .forEach(key -> addText("", key, values, without(key), places));
      places.add(new RecordPlace("", false, values, List.of()));
    }
    return places;
  }

  private boolean isUsualList(String key) {
    return OF_LISTS.contains(key.toLowerCase(Locale.ROOT))
        || values.stream().allMatch(value -> value.fields().size() == 1);
  }

  private void addList(
      String path, List<FieldValue> lists, List<FieldValue> around, List<RecordPlace> places) {
    List<FieldValue> elements =
        lists.stream().flatMap(list -> list.elements().stream()).toList();
    boolean empty = lists.stream().anyMatch(list -> list.elements().isEmpty());
    if (!empty && elements.stream().allMatch(element -> element.kind() == Kind.MAP)) {
      elements
          .get(0)
          .fields()
          .keySet()
          .forEach(key -> addText(path, key, elements, around, places));
      places.add(new RecordPlace(path, false, elements, around));
    }
  }

  private void addText(
      String path,
      String key,
      List<FieldValue> maps,
      List<FieldValue> around,
      List<RecordPlace> places) {
    if (OF_TEXTS.contains(key.toLowerCase(Locale.ROOT))) {
      String inner = (path.isEmpty() ? "" : path + ".") + RecordPlace.identifier(key);
      embedded(at(key, maps))
          .ifPresent(records -> places.add(new RecordPlace(inner, true, records, around)));
    }
  }

  /** The maps that all of these texts hold. */
  private Optional<List<FieldValue>> embedded(List<FieldValue> texts) {
    List<FieldValue> records = new ArrayList<>(texts.size());
    for (FieldValue text : texts) {
      Optional<FieldValue> map =
          text.asString().flatMap(reader::read).filter(value -> value.kind() == Kind.MAP);
      if (map.isEmpty()) {
        return Optional.empty();
      }
      records.add(map.get());
    }
    return Optional.of(records);
  }

  private static List<FieldValue> at(String key, List<FieldValue> maps) {
    return maps.stream().map(map -> map.at(key)).toList();
  }

  private List<FieldValue> without(String key) {
    return values.stream()
        .map(value -> {
          Map<String, FieldValue> rest = new LinkedHashMap<>(value.fields());
          rest.remove(key);
          return FieldValue.map(rest);
        })
        .toList();
  }
}
