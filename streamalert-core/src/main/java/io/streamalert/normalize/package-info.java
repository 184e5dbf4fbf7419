/** Normalised values: the same kind of thing under one name, whatever log type it stands in. */
@NullMarked
package io.streamalert.normalize;

import org.jspecify.annotations.NullMarked;
