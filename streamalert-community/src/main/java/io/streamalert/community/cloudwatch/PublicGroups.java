package io.streamalert.community.cloudwatch;

import io.streamalert.community.Nested;
import io.streamalert.record.FieldValue;
import java.util.Set;

/** The groups of S3 that stand for everybody, and for everybody with an AWS account. */
final class PublicGroups {

  static final Set<String> URIS = Set.of(
      "http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
      "http://acs.amazonaws.com/groups/global/AllUsers");

  private PublicGroups() {}

  /** Whether some text has one of them: it may be a URI, or {@code uri=} and a URI. */
  static boolean areIn(FieldValue parameters) {
    return Nested.hasTextWith(parameters, URIS);
  }
}
