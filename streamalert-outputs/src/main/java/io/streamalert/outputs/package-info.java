/**
 * Outputs that need nothing but this module: {@link io.streamalert.outputs.ConsoleOutput} for people
 * at a terminal, {@link io.streamalert.outputs.FileOutput} for files of JSON Lines. Their providers
 * are found by {@link java.util.ServiceLoader}.
 */
@NullMarked
package io.streamalert.outputs;

import org.jspecify.annotations.NullMarked;
