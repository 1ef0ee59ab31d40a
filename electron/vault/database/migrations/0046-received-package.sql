-- What other houses sent: kept once beside a case, as they wrote it. The hashes say that the same one is not kept twice.
CREATE TABLE received_package (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  package_id TEXT NOT NULL UNIQUE CHECK (length(package_id) = 64),
  signing_key TEXT NOT NULL CHECK (length(signing_key) = 64),
  words_compared INTEGER NOT NULL CHECK (words_compared IN (0, 1)),
  received_at INTEGER NOT NULL
) STRICT;
CREATE INDEX received_package_of_case ON received_package (case_file_id, received_at);
CREATE INDEX received_package_signed_by ON received_package (signing_key);
