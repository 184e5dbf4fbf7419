/** What the parts that keep files have in common. */
@NullMarked
package io.streamalert.local.files;

import org.jspecify.annotations.NullMarked;
