-- The first conversation at an admission, saved whole; and each look at sealed words with the reason that was given.
CREATE TABLE intake (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
  form_version INTEGER NOT NULL
) STRICT;

CREATE TABLE sealed_opening (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id)
) STRICT;
