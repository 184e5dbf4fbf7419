/** Outputs that need nothing but this module. */
@NullMarked
package io.streamalert.outputs;

import org.jspecify.annotations.NullMarked;
