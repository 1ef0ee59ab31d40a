-- What she needs and by when. `due_at` stands here so that Today asks one index.
CREATE TABLE need (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  urgency TEXT NOT NULL CHECK (urgency IN ('U0', 'U1', 'U2', 'U3', 'U4')),
  status TEXT NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  due_at INTEGER NOT NULL,
  house_sees TEXT NOT NULL CHECK (house_sees IN ('words', 'check-in', 'nothing'))
) STRICT;
CREATE INDEX need_of_case ON need (case_file_id, is_open);
CREATE INDEX need_due ON need (due_at) WHERE is_open = 1;
