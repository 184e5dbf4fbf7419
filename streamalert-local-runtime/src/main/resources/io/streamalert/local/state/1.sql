-- Version 1 of the state file. Times are nanoseconds since 1970, ids 16 bytes.

CREATE TABLE head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  instance TEXT NOT NULL,
  clean INTEGER NOT NULL DEFAULT 1,
  commits INTEGER NOT NULL DEFAULT 0,
  claims INTEGER NOT NULL DEFAULT 0,
  segment INTEGER,
  history_end INTEGER
) STRICT;

INSERT INTO head (one, instance) VALUES (1, lower(hex(randomblob(16))));

-- due and merge_due are what StoredAlert answers for nextAttempt and mergeDue while the alert is open.
CREATE TABLE alert (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  rule TEXT NOT NULL,
  created INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  state TEXT NOT NULL,
  merged_into BLOB,
  due INTEGER,
  merge_due INTEGER,
  token INTEGER,
  lease_until INTEGER,
  delivery TEXT,
  item BLOB NOT NULL
) STRICT;

CREATE INDEX alert_due ON alert (due) WHERE due IS NOT NULL;
CREATE INDEX alert_merging ON alert (rule, created, id) WHERE merge_due IS NOT NULL;
CREATE INDEX alert_merge_due ON alert (merge_due) WHERE merge_due IS NOT NULL;
CREATE INDEX alert_state ON alert (state, changed);

CREATE TABLE known (
  id BLOB PRIMARY KEY,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX known_until ON known (until);

CREATE TABLE request (
  id BLOB PRIMARY KEY,
  commit_number INTEGER NOT NULL,
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX request_until ON request (until);

CREATE TABLE reference (
  output TEXT NOT NULL,
  grouping TEXT NOT NULL,
  reference TEXT NOT NULL,
  alert BLOB NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
  PRIMARY KEY (output, grouping)
) STRICT, WITHOUT ROWID;

CREATE INDEX reference_alert ON reference (alert);

CREATE TABLE checkpoint (
  feed TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE attempt (
  feed TEXT PRIMARY KEY,
  checkpoint TEXT,
  attempts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE dead_letter (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  commit_number INTEGER NOT NULL,
  stored INTEGER NOT NULL,
  kind TEXT NOT NULL,
  service TEXT NOT NULL,
  resource TEXT NOT NULL,
  position_kind TEXT NOT NULL,
  position_parts TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  piece INTEGER NOT NULL,
  reason TEXT NOT NULL,
  payload BLOB NOT NULL
) STRICT;

CREATE TABLE lookup (
  name TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (name, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule (
  name TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  first_seen INTEGER NOT NULL,
  staged INTEGER NOT NULL,
  staged_at INTEGER,
  staged_until INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE mute (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  rule TEXT NOT NULL,
  path TEXT,
  value TEXT,
  until INTEGER NOT NULL,
  created INTEGER NOT NULL,
  note TEXT NOT NULL
) STRICT;
