-- Leaving the house, and being asked afterwards how it goes. `until_on` is the last day of her permission to ask.
CREATE TABLE case_exit (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  reason TEXT,
  finished_on TEXT
) STRICT;
CREATE INDEX case_exit_of_case ON case_exit (case_file_id);
CREATE TABLE follow_up (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  exit_id TEXT NOT NULL REFERENCES case_exit (id),
  due_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
) STRICT;
CREATE INDEX follow_up_of_case ON follow_up (case_file_id);
CREATE INDEX follow_up_due ON follow_up (due_on) WHERE is_open = 1;
