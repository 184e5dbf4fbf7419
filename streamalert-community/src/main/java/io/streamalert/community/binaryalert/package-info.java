/** Rules for matches of BinaryAlert, log type {@code binaryalert}. */
@NullMarked
package io.streamalert.community.binaryalert;

import org.jspecify.annotations.NullMarked;
