package io.streamalert.community.cloudwatch;

import io.streamalert.record.FieldValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** The groups of S3 that stand for everybody, and for everybody with an AWS account. */
final class PublicGroups {

  static final List<String> URIS = List.of(
      "http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
      "http://acs.amazonaws.com/groups/global/AllUsers");

  private PublicGroups() {}

  /**
   * Whether some text has one of them: it may be a URI, or {@code uri=} and a URI. The parameters are
   * read in their order, and a number or {@code true} before such a text ends the search, as in
   * StreamAlert 3.5.
   */
  static boolean areIn(FieldValue parameters) {
    Deque<FieldValue> open = new ArrayDeque<>(List.of(parameters));
    while (!open.isEmpty()) {
      FieldValue value = open.pop();
      if (URIS.stream().anyMatch(value::contains)) {
        return true;
      }
      List<FieldValue> inner = new ArrayList<>(value.elements());
      inner.addAll(value.fields().values());
      if (inner.isEmpty() && value.isTruthy() && value.asString().isEmpty()) {
        return false;
      }
      Collections.reverse(inner);
      inner.forEach(open::push);
    }
    return false;
  }
}
