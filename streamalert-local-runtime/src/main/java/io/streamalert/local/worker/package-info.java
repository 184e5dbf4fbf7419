/** The threads that classify and run rules. */
@NullMarked
package io.streamalert.local.worker;

import org.jspecify.annotations.NullMarked;
