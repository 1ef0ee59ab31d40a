-- The compartment of sealed notes: which keys it has had, to whom the newest is sealed, who has been let in, and the notes. Seals are
-- no part of the chain: one that is taken away leaves nothing, and one that is changed opens nothing.
CREATE TABLE compartment_generation (
  generation INTEGER PRIMARY KEY CHECK (generation >= 1),
  compartment_id BLOB NOT NULL CHECK (length(compartment_id) = 16),
  link BLOB CHECK (length(link) = 48),
  is_spent INTEGER NOT NULL DEFAULT 0 CHECK (is_spent IN (0, 1))
) STRICT;
CREATE TABLE compartment_seal (
  slot_id BLOB PRIMARY KEY CHECK (length(slot_id) = 16),
  public_x BLOB NOT NULL CHECK (length(public_x) = 32),
  sealed BLOB NOT NULL CHECK (length(sealed) = 80)
) STRICT;
CREATE TABLE compartment_member (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  from_at INTEGER NOT NULL,
  to_at INTEGER
) STRICT;
CREATE UNIQUE INDEX compartment_member_once ON compartment_member (staff_id) WHERE to_at IS NULL;
CREATE TABLE sealed_note (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  correction_of TEXT UNIQUE REFERENCES sealed_note (id)
) STRICT;
CREATE INDEX sealed_note_of_case ON sealed_note (case_file_id);
