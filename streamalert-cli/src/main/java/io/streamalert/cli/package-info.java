/** The {@code streamalert} command. Not an API: only the command's options and output are kept stable. */
@NullMarked
package io.streamalert.cli;

import org.jspecify.annotations.NullMarked;
