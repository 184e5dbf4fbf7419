/** Rules for results of Fleet, log type {@code fleet:results}. */
@NullMarked
package io.streamalert.community.fleet;

import org.jspecify.annotations.NullMarked;
