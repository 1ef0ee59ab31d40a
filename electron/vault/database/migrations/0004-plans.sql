-- One safety plan and one support plan a case, each with its saved states. Code words are a record apart (T4).
CREATE TABLE safety_plan (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
  status TEXT NOT NULL,
  review_due_on TEXT NOT NULL
) STRICT;
CREATE INDEX safety_plan_due ON safety_plan (review_due_on);

CREATE TABLE sealed_words (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id)
) STRICT;

CREATE TABLE support_plan (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
  plan_start TEXT NOT NULL,
  next_review_on TEXT NOT NULL
) STRICT;
CREATE INDEX support_plan_due ON support_plan (next_review_on);
