/**
 * The history of records. A {@link io.streamalert.history.RecordSink}, implemented by runtimes and
 * users, receives every record that was classified, whether or not a rule triggered on it.
 */
@NullMarked
package io.streamalert.history;

import org.jspecify.annotations.NullMarked;
