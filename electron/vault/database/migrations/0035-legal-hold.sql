-- Legal holds: while one stands, nothing of its case is erased; it is looked at again on a day (domain §16).
CREATE TABLE legal_hold (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  started_on TEXT NOT NULL,
  -- Null once it has ended.
  review_due_on TEXT,
  ended_on TEXT
) STRICT;
CREATE INDEX legal_hold_of_case ON legal_hold (case_file_id);
CREATE INDEX legal_hold_review ON legal_hold (review_due_on) WHERE review_due_on IS NOT NULL;

-- How long this house keeps what, where a director has said something else than the suggestion.
CREATE TABLE retention_rules (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq)
) STRICT;
CREATE UNIQUE INDEX retention_rules_are_one ON retention_rules ((1));
