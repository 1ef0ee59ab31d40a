-- The key of this house that others seal to when they send to us; its secret half is in its body and in no answer.
CREATE TABLE receiving_key (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  recipient TEXT NOT NULL UNIQUE
) STRICT;
