/** Candidates that need what is package-private in core. Works on the class path only. */
@NullMarked
package io.streamalert.record;

import org.jspecify.annotations.NullMarked;
