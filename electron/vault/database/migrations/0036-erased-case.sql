-- What stays of an erased case: that one was erased, when and by whom, and figures that fit many. Nothing says which it was but a
-- keyed hash, by which an older copy that still holds it is recognised.
CREATE TABLE erased_case (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_key TEXT NOT NULL UNIQUE,
  certificate TEXT NOT NULL UNIQUE,
  erased_at INTEGER NOT NULL
) STRICT;
-- 1 from the erasure until the file was written anew without what its pages still held.
ALTER TABLE vault_state ADD COLUMN unswept INTEGER NOT NULL DEFAULT 0 CHECK (unswept IN (0, 1));
-- The day on which a backup was overwritten or destroyed; null while it may still lie somewhere.
ALTER TABLE backup_made ADD COLUMN gone_on TEXT;
