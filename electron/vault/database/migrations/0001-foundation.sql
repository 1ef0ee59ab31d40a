-- What every vault stands on: its identity, the chain that makes tampering visible, the staff, drafts and the search text.
CREATE TABLE vault_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  vault_id BLOB NOT NULL CHECK (length(vault_id) = 16),
  shelter_name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  commit_seq INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  slots_generation INTEGER NOT NULL,
  slots_hash BLOB NOT NULL CHECK (length(slots_hash) = 32),
  recovery_confirmed_at INTEGER,
  lock_after_minutes INTEGER NOT NULL DEFAULT 3 CHECK (lock_after_minutes BETWEEN 1 AND 15)
) STRICT;

-- Who did which operation on which record, when. Never content: the body's keyed hash stands for it.
CREATE TABLE audit_entry (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  staff_id TEXT,
  action TEXT NOT NULL,
  record_kind TEXT,
  record_id TEXT,
  revision INTEGER,
  case_file_id TEXT,
  body_hash BLOB,
  detail TEXT NOT NULL,
  mac BLOB NOT NULL CHECK (length(mac) = 32),
  signature BLOB
) STRICT;
CREATE INDEX audit_entry_by_case ON audit_entry (case_file_id, seq) WHERE case_file_id IS NOT NULL;

-- The bodies. A body is taken away only by erasure; its keyed hash stays in the chain.
CREATE TABLE revision (
  audit_seq INTEGER PRIMARY KEY REFERENCES audit_entry (seq),
  record_kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  body TEXT
) STRICT;
CREATE UNIQUE INDEX revision_of_record ON revision (record_id, revision);

-- A colleague with a key slot. The sign-in name is what a person types at the locked screen.
CREATE TABLE staff_member (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  name TEXT NOT NULL,
  sign_in_name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('director', 'case-manager', 'house-staff')),
  slot_id BLOB NOT NULL,
  disabled_at INTEGER
) STRICT;

-- Text in the making, kept 400 ms after a pause. Not part of the chain: a discarded draft leaves nothing behind.
CREATE TABLE draft (
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  target TEXT NOT NULL,
  case_file_id TEXT,
  form_version INTEGER,
  body TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (staff_id, target)
) STRICT;

-- Folded words of what may be searched. T4 fields never come here.
CREATE TABLE search_text (
  id INTEGER PRIMARY KEY,
  record_kind TEXT NOT NULL,
  record_id TEXT NOT NULL UNIQUE,
  case_file_id TEXT,
  folded TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (folded, content = 'search_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0');
-- Without this an index keeps erased words in its old segments: 100 of 100 erased names were found again.
INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1);

-- What a seal needs besides the public key in slots.bin (keys/README): lets the vault re-seal a slot without its passphrase.
CREATE TABLE slot_secret (
  slot_id BLOB PRIMARY KEY CHECK (length(slot_id) = 16),
  seal_secret BLOB NOT NULL CHECK (length(seal_secret) = 32)
) STRICT;
