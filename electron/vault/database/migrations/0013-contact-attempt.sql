-- Each try to reach her: when and how it went, kept before anybody dials. Never what was said.
CREATE TABLE contact_attempt (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  began_at INTEGER NOT NULL,
  outcome TEXT
) STRICT;
CREATE INDEX contact_attempt_of_case ON contact_attempt (case_file_id, began_at);
