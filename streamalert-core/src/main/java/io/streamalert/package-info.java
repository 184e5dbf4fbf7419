/**
 * The composition: {@link io.streamalert.StreamAlert} joins schemas, rules and tables into one
 * immutable value that turns raw logs into alerts. Start here.
 */
@NullMarked
package io.streamalert;

import org.jspecify.annotations.NullMarked;
