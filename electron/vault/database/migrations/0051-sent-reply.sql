-- What this house answered to a package of another one: each answer once, beside the package it belongs to.
CREATE TABLE sent_reply (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  received_package_id TEXT NOT NULL REFERENCES received_package (id),
  reply_number TEXT NOT NULL UNIQUE CHECK (length(reply_number) = 32),
  sent_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sent_reply_of_case ON sent_reply (case_file_id, sent_at);
CREATE INDEX sent_reply_of_package ON sent_reply (received_package_id);
