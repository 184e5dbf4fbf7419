/**
 * StreamAlert on one machine: {@link io.streamalert.local.LocalRuntime} reads files and streams, cuts them into raw logs,
 * and hands them to a pool of workers; alerts, dead letters and broken rules come out in the order of the input.
 */
@NullMarked
package io.streamalert.local;

import org.jspecify.annotations.NullMarked;
