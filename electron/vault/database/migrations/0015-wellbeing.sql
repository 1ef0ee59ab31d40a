-- Well-being screens and the safety steps they open. No total stands in a column: lists and reports have no way to one.
CREATE TABLE screening (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  instrument TEXT NOT NULL,
  instrument_version INTEGER NOT NULL,
  done_on TEXT NOT NULL
) STRICT;
CREATE INDEX screening_of_case ON screening (case_file_id, done_on);
CREATE TABLE safety_step (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  screening_id TEXT NOT NULL REFERENCES screening (id),
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX safety_step_of_screening ON safety_step (screening_id);
CREATE INDEX safety_step_open ON safety_step (case_file_id) WHERE is_open = 1;
-- Who looked at the answers of a screen somebody else took. The reason is a body.
CREATE TABLE screening_opening (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id)
) STRICT;
-- One row: what this shelter set.
CREATE TABLE wellbeing_setting (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq)
) STRICT;
