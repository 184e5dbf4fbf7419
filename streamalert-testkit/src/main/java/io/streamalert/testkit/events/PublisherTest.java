package io.streamalert.testkit.events;

import io.streamalert.publish.Publication;
import io.streamalert.record.FieldQuery;
import io.streamalert.record.FieldValue;
import java.util.Optional;

/**
 * What is expected of a publication.
 *
 * @param pointer where in its file the test stands
 * @param query finds the value
 * @param comparison compares it
 * @param expected with this
 */
record PublisherTest(String pointer, FieldQuery query, Comparison comparison, FieldValue expected) {

  /** How much of a value a reason shows. */
  private static final int MOST_SHOWN = 200;

  /** Why a publication is not as expected. */
  Optional<String> mismatch(Publication publication) {
    FieldValue found = query.find(FieldValue.map(publication.toFields()));
    return comparison.holds(found, expected)
        ? Optional.empty()
        : Optional.of(pointer + ": " + query + " is " + shown(found) + ", which does not fit \""
            + comparison + "\" " + shown(expected));
  }

  private static String shown(FieldValue value) {
    String json = value.exists() ? value.toJson() : "missing";
    return json.length() <= MOST_SHOWN ? json : json.substring(0, MOST_SHOWN) + "…";
  }
}
