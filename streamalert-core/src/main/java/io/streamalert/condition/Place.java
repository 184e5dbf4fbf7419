package io.streamalert.condition;

import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import org.jspecify.annotations.Nullable;

/**
 * A value of a record and the way to it.
 *
 * @param value the value
 * @param parent where it is in; null for the whole that is looked at
 * @param key its key in a map
 * @param index its place in a list, where there is no key
 */
record Place(
    FieldValue value, @Nullable Place parent, @Nullable String key, int index) {

  static Place whole(FieldValue content) {
    return new Place(content, null, null, 0);
  }

  Place then(String childKey) {
    return then(childKey, value.at(childKey));
  }

  Place then(String childKey, FieldValue child) {
    return new Place(child, this, childKey, 0);
  }

  Place then(int childIndex, FieldValue child) {
    return new Place(child, this, null, childIndex);
  }

  Place then(FieldPath path) {
    Place place = this;
    for (String step : path.keys()) {
      place = place.then(step);
    }
    return place;
  }

  /** The way for people, such as {@code items[2].group}. */
  String path() {
    StringBuilder path = new StringBuilder();
    for (Place place = this; place.parent != null; place = place.parent) {
      boolean first = place.parent.parent == null;
      path.insert(0, place.key == null ? "[" + place.index + "]" : (first ? "" : ".") + place.key);
    }
    return path.length() == 0 ? FieldPath.of().toString() : path.toString();
  }
}
