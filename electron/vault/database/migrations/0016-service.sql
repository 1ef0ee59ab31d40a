-- The service log: codes and days, so that a house can be counted without a word of anybody's story.
CREATE TABLE service (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  given_on TEXT NOT NULL,
  code TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  is_struck INTEGER NOT NULL CHECK (is_struck IN (0, 1))
) STRICT;
CREATE INDEX service_by_day ON service (case_file_id, given_on);
CREATE INDEX service_by_staff ON service (staff_id, code);
