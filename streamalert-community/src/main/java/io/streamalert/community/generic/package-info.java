/** Rules for logs of many sources, which look at normalised values. */
@NullMarked
package io.streamalert.community.generic;

import org.jspecify.annotations.NullMarked;
