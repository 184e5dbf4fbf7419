/** Helpers of the tests. */
@NullMarked
package io.streamalert.testing;

import org.jspecify.annotations.NullMarked;
