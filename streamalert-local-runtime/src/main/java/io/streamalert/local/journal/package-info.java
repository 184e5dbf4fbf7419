/**
 * The journal of records on one machine: what was classified, with its artifacts, in files that are only appended to. A
 * {@link io.streamalert.local.journal.Journal} makes the records of a batch durable before the batch is committed;
 * {@code docs/wire/journal.md} has the bytes.
 */
@NullMarked
package io.streamalert.local.journal;

import org.jspecify.annotations.NullMarked;
