package io.streamalert;

/** Which part of the work a process does, so that it asks for no more secrets than it needs. */
public enum Role {
  /** Classifies and normalises. */
  CLASSIFIER,
  /** Runs rules over classified records. */
  RULES,
  /** Merges and delivers alerts; the only role that reads the secrets of outputs. */
  DELIVERY,
  /** All of it in one process. */
  ALL;

  boolean delivers() {
    return this == DELIVERY || this == ALL;
  }
}
