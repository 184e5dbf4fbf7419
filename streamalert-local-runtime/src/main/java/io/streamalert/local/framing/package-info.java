/**
 * How content becomes raw logs: it is decompressed, found to be one JSON document or lines, and cut.
 * For the runtimes and their feeds; not for users, so it may change with any version.
 */
@NullMarked
package io.streamalert.local.framing;

import org.jspecify.annotations.NullMarked;
