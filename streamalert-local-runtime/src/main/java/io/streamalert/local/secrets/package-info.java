/**
 * Where secrets are kept on one machine: private files, an encrypted file, the answers of a command.
 */
@NullMarked
package io.streamalert.local.secrets;

import org.jspecify.annotations.NullMarked;
