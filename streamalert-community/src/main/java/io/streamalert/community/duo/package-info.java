/** Rules for Duo, log types {@code duo:administrator} and {@code duo:authentication}. */
@NullMarked
package io.streamalert.community.duo;

import org.jspecify.annotations.NullMarked;
