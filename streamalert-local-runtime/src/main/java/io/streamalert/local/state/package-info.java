/**
 * What StreamAlert keeps on one machine, in one file of SQLite: {@link
 * io.streamalert.local.state.StateFile} opens it, {@link
 * io.streamalert.local.state.SqliteAlertStore} keeps alerts, checkpoints and counters in it, and
 * small classes keep dead letters, lookup tables, staged rules and mutes.
 */
@NullMarked
package io.streamalert.local.state;

import org.jspecify.annotations.NullMarked;
