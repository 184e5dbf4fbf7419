package io.streamalert.local.state;

import io.streamalert.alert.AlertId;
import io.streamalert.delivery.Claim;
import io.streamalert.delivery.StoredAlert;
import io.streamalert.delivery.StoredAlert.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * One alert as its row holds it.
 *
 * @param number the number of the row
 * @param stored the alert
 * @param token that of the newest claim on it, empty if that was given back
 */
record AlertRow(long number, StoredAlert stored, String token) {

  /** What {@link #read} needs. */
  static final String COLUMNS = "number, item, state, merged_into, delivery, token";

  static AlertRow read(ResultSet row) throws SQLException {
    StoredAlert.Builder builder = StoredAlert.builder(AlertForm.alert(row.getBytes(2)));
    State state = State.valueOf(row.getString(3));
    if (state == State.MERGED) {
      builder.mergedInto(Ids.alert(row.getBytes(4)));
    } else {
      builder.state(state);
    }
    Optional.ofNullable(row.getString(5)).ifPresent(delivery -> AlertForm.read(delivery, builder));
    String token = Optional.ofNullable(row.getString(6)).orElse("");
    return new AlertRow(row.getLong(1), builder.build(), token);
  }

  AlertId id() {
    return stored.alert().id();
  }

  boolean isUnder(Claim claim) {
    return token.equals(claim.token());
  }

  boolean isOpen() {
    return stored.state() == State.OPEN;
  }
}
