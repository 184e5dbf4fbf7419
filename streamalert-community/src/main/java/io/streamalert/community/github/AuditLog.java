package io.streamalert.community.github;

import io.streamalert.record.LogRecord;
import io.streamalert.rule.AlertDetails;

/** Titles from the audit log of GitHub Enterprise. */
final class AuditLog {

  private AuditLog() {}

  static AlertDetails titled(LogRecord record, String what) {
    String where = record.at("repo").textOr(record.at("org").textOr(""));
    return AlertDetails.titled(
        record.at("actor").textOr("Somebody") + " " + what + (where.isEmpty() ? "" : ": " + where));
  }
}
