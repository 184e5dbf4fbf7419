/**
 * Raw logs, where they came from, and the read-only records that classification makes of them.
 *
 * <p>{@link io.streamalert.record.FieldValue} is the one view of JSON values used by conditions,
 * rules, alerts and outputs. How a value is held in memory is hidden behind it.
 */
@NullMarked
package io.streamalert.record;

import org.jspecify.annotations.NullMarked;
