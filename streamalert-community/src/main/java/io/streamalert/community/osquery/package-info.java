/** Rules for results of osquery, log type {@code osquery:differential}. */
@NullMarked
package io.streamalert.community.osquery;

import org.jspecify.annotations.NullMarked;
