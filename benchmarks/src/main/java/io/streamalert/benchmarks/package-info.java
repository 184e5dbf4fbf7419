/** Generated input of realistic shape, and measurements on it. Not published. */
@NullMarked
package io.streamalert.benchmarks;

import org.jspecify.annotations.NullMarked;
