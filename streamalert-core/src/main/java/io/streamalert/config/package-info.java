/**
 * Reads a StreamAlert configuration directory, unchanged, into the values of the other packages, and
 * drafts schemas from sample logs.
 */
@NullMarked
package io.streamalert.config;

import org.jspecify.annotations.NullMarked;
