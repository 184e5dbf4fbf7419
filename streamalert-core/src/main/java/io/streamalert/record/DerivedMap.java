package io.streamalert.record;

/** A map that follows from a record. */
final class DerivedMap extends LazyValue {

  private final LogRecord record;
  private final LogRecord.Derivation derivation;

  DerivedMap(LogRecord record, LogRecord.Derivation derivation) {
    this.record = record;
    this.derivation = derivation;
  }

  /** A copy for an equal record that is detached: what follows from it need not be copied. */
  FieldValue detachedWith(LogRecord detached) {
    return new DerivedMap(detached, derivation);
  }

  @Override
  FieldValue workOut() {
    return derivation.derive(record);
  }

  @Override
  public FieldValue at(String key) {
    return derivation.keys().contains(key) ? super.at(key) : missing();
  }

  @Override
  public FieldValue at(String... path) {
    return path.length == 0 || derivation.keys().contains(path[0]) ? super.at(path) : missing();
  }

  @Override
  public boolean isKnownAscii() {
    return derivation.isAscii() && record.content().isKnownAscii();
  }
}
