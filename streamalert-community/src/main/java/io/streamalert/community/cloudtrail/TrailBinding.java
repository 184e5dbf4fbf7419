package io.streamalert.community.cloudtrail;

import io.streamalert.condition.Condition;
import io.streamalert.condition.FieldCondition;
import io.streamalert.record.FieldPath;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * In which logs the rules on calls look for the record that CloudTrail made of a call. Some of these
 * rules are about events of EventBridge, which hold it as their {@code detail}, others about records
 * that stand alone. Immutable and thread-safe.
 */
public enum TrailBinding {

  /** Each rule looks at the one log type at which StreamAlert 3.5 looks. */
  STRICT,

  /** Each rule also looks at {@code cloudtrail:events} and {@code cloudtrail:record}. */
  WIDE;

  static final String EVENT = "cloudwatch:events";
  static final String DETAIL = "detail";

  private static final String FILE = "cloudtrail:events";
  private static final String RECORD = "cloudtrail:record";

  /** The fields of a call, wherever it stands in a log. */
  @FunctionalInterface
  public interface Call {

    /**
     * Starts a condition on a field of the call.
     *
     * @param keys the keys from the outermost of the call in; at least one
     * @return the field, of which a demand can be made
     */
    FieldCondition field(String... keys);
  }

  /**
   * The log types of a rule about records that stand alone.
   *
   * @return their names
   */
  public String[] records() {
    return isWide() ? new String[] {FILE, RECORD} : new String[] {FILE};
  }

  /**
   * The log types of a rule about events.
   *
   * @return their names
   */
  public String[] events() {
    return isWide() ? new String[] {EVENT, FILE, RECORD} : new String[] {EVENT};
  }

  /**
   * The condition of a rule about events.
   *
   * @param demand what a call must meet; it must not hold where there is none
   * @return a condition on a log of one of {@link #events()}
   */
  public Condition onCall(Function<Call, Condition> demand) {
    Condition inEvent = demand.apply(TrailBinding::ofDetail);
    return isWide() ? inEvent.or(demand.apply(Condition::field)) : inEvent;
  }

  private boolean isWide() {
    return this == WIDE;
  }

  private static FieldCondition ofDetail(String... keys) {
    return Condition.field(
        FieldPath.of(Stream.concat(Stream.of(DETAIL), Stream.of(keys)).toList()));
  }
}
