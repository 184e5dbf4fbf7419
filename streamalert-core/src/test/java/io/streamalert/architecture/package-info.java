/** Tests of the shape of the code rather than of what it does: packages, public API, state, names. */
@NullMarked
package io.streamalert.architecture;

import org.jspecify.annotations.NullMarked;
