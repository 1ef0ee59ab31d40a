-- Two cases, or a case and a colleague, that are kept apart. Belongs to both, so no one case is named for it in the chain.
CREATE TABLE conflict_flag (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  one_case_id TEXT NOT NULL REFERENCES case_file (id),
  other_case_id TEXT REFERENCES case_file (id),
  staff_id TEXT REFERENCES staff_member (id),
  actions TEXT NOT NULL,
  until_on TEXT,
  CHECK ((other_case_id IS NULL) <> (staff_id IS NULL))
) STRICT;
CREATE INDEX conflict_flag_of_one ON conflict_flag (one_case_id) WHERE until_on IS NULL;
CREATE INDEX conflict_flag_of_other ON conflict_flag (other_case_id) WHERE until_on IS NULL;
