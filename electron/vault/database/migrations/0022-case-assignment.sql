-- Who works on which case, and each time a director opened one she does not work on.
CREATE TABLE case_assignment (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  from_at INTEGER NOT NULL,
  to_at INTEGER,
  opens_sealed INTEGER NOT NULL CHECK (opens_sealed IN (0, 1))
) STRICT;
CREATE INDEX case_assignment_by_case ON case_assignment (case_file_id);
CREATE UNIQUE INDEX case_assignment_now ON case_assignment (staff_id, case_file_id) WHERE to_at IS NULL;
CREATE INDEX case_file_by_worker ON case_file (worker_id);

CREATE TABLE break_glass (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  opened_at INTEGER NOT NULL,
  -- Null when she did not open it for a while but joined those who work on it.
  until_at INTEGER,
  seen_at INTEGER
) STRICT;
CREATE INDEX break_glass_by_case ON break_glass (case_file_id, staff_id);
CREATE INDEX break_glass_unseen ON break_glass (opened_at) WHERE seen_at IS NULL;
