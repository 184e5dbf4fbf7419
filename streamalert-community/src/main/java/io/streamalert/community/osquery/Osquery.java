package io.streamalert.community.osquery;

import static io.streamalert.condition.Condition.anyOf;
import static io.streamalert.condition.Condition.field;
import static io.streamalert.condition.Condition.not;

import io.streamalert.rule.Matcher;

/** Matchers for results of osquery. */
final class Osquery {

  /** The row is new. */
  static final Matcher ADDED = Matcher.of("row added", field("action").is("added"));

  /**
   * A user signed in, as the query {@code last} of the pack {@code incident-response} tells it. Its type is
   * text or a number, by the version of osquery.
   */
  static final Matcher USER_LOGIN = Matcher.of(
      "user login",
      field("name")
          .is("pack_incident-response_last")
          .and(anyOf(field("columns", "type").is("7"), field("columns", "type").is(7)))
          .and(field("columns", "username").exists())
          .and(not(
              field("columns", "username").isIn("", "LOGIN", "reboot", "shutdown", "runlevel"))));

  private Osquery() {}
}
