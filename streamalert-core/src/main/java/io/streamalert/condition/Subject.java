package io.streamalert.condition;

import io.streamalert.record.FieldPath;
import io.streamalert.record.FieldValue;
import java.util.ArrayList;
import java.util.List;

/** Of which value something is demanded. Immutable. */
sealed interface Subject {

  /** The name for people. */
  String words();

  /** The values in their places; where there is no such field, the place of a missing one. */
  List<Place> places(Place scope);

  /** Exactly one value, possibly a missing one. */
  sealed interface One extends Subject {
    FieldValue find(FieldValue scope);
  }

  /** The value at a path; without steps, the record or the element itself. */
  record At(FieldPath path) implements One {
    @Override
    public FieldValue find(FieldValue scope) {
      return scope.at(path);
    }

    @Override
    public List<Place> places(Place scope) {
      return List.of(scope.then(path));
    }

    @Override
    public String words() {
      return path.keys().isEmpty() ? "it" : path.toString();
    }
  }

  /** The value of the first occurrence of a key. */
  record First(String key) implements One {
    @Override
    public FieldValue find(FieldValue scope) {
      Place found = new Search(Place.whole(scope), key).next();
      return found == null ? FieldValue.missing() : found.value();
    }

    @Override
    public List<Place> places(Place scope) {
      Place found = new Search(scope, key).next();
      return List.of(found == null ? scope.then(key) : found);
    }

    @Override
    public String words() {
      return "the first " + key + " anywhere";
    }
  }

  /** The values of all occurrences of a key, of which one must meet the demand. */
  record Anywhere(String key) implements Subject {

    boolean anyMeets(Check check, FieldValue scope) {
      Search search = new Search(Place.whole(scope), key);
      for (Place found = search.next(); found != null; found = search.next()) {
        if (check.test(found.value(), scope)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public List<Place> places(Place scope) {
      List<Place> places = new ArrayList<>();
      Search search = new Search(scope, key);
      for (Place found = search.next(); found != null; found = search.next()) {
        places.add(found);
      }
      return places;
    }

    @Override
    public String words() {
      return "some " + key + " anywhere";
    }
  }
}
