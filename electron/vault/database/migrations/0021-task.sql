-- What a colleague means to do by a day.
CREATE TABLE task (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT REFERENCES case_file (id),
  for_id TEXT NOT NULL REFERENCES staff_member (id),
  given_by TEXT NOT NULL REFERENCES staff_member (id),
  due_on TEXT NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
) STRICT;
CREATE INDEX task_due ON task (due_on) WHERE is_open = 1;
CREATE INDEX task_of_case ON task (case_file_id) WHERE case_file_id IS NOT NULL;
