package io.streamalert.rule;

import io.streamalert.alert.OutputId;
import io.streamalert.record.LogRecord;
import java.util.List;

/**
 * Outputs that depend on the record, for example the channel of the team that owns an account. Must
 * be thread-safe. One that throws is left out and reported as {@link RuleOutcome.Failed}; the alert
 * goes to the other outputs.
 */
@FunctionalInterface
public interface DynamicOutputs {

  /**
   * Names outputs, asked only where the rule triggered.
   *
   * @param record the record
   * @param context the same as the rule had
   * @return the outputs; may be empty
   */
  List<OutputId> outputs(LogRecord record, RuleContext context);
}
