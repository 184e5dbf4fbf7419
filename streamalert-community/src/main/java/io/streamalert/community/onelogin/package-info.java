/** Rules for OneLogin, log type {@code onelogin:events}. */
@NullMarked
package io.streamalert.community.onelogin;

import org.jspecify.annotations.NullMarked;
