-- Files kept for a case: what is known of each, and, apart, which encrypted file beside this database holds its bytes.
CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  added_at INTEGER NOT NULL,
  sealed INTEGER NOT NULL CHECK (sealed IN (0, 1)),
  removed_at INTEGER
) STRICT;
CREATE INDEX attachment_of_case ON attachment (case_file_id, added_at);

CREATE TABLE attachment_content (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  attachment_id TEXT NOT NULL UNIQUE REFERENCES attachment (id),
  blob TEXT NOT NULL UNIQUE
) STRICT;
