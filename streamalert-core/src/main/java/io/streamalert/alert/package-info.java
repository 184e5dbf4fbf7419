/** Alerts: what a rule found, complete in itself, with the outputs that it is addressed to. */
@NullMarked
package io.streamalert.alert;

import org.jspecify.annotations.NullMarked;
