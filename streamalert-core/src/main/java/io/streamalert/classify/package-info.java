/**
 * From raw logs to records: schemas, parsers, and the classifier that finds the schema a log fits.
 */
@NullMarked
package io.streamalert.classify;

import org.jspecify.annotations.NullMarked;
