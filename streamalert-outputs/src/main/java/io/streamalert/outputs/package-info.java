/**
 * Outputs: {@link io.streamalert.outputs.ConsoleOutput} for people at a terminal, {@link
 * io.streamalert.outputs.FileOutput} for files of JSON Lines, and services that are reached by {@link
 * io.streamalert.outputs.Http}, such as {@link io.streamalert.outputs.Slack}, {@link
 * io.streamalert.outputs.PagerDutyV2} and {@link io.streamalert.outputs.Teams}. Their providers, and
 * those of publishers that lay out their messages, are found by {@link java.util.ServiceLoader}.
 */
@NullMarked
package io.streamalert.outputs;

import org.jspecify.annotations.NullMarked;
