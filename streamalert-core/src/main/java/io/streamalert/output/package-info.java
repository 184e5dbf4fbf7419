/**
 * Places that alerts are delivered to. An {@link io.streamalert.output.OutputDispatcher},
 * implemented by output modules and users, makes one attempt at a time; what came of it is a {@link
 * io.streamalert.output.Delivery}. Only a runtime repeats attempts. {@link
 * io.streamalert.settings.Property} describes what has to be configured for an output.
 */
@NullMarked
package io.streamalert.output;

import org.jspecify.annotations.NullMarked;
