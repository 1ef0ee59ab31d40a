-- What she said to one record of two cases, and which case is now a part of which.
CREATE TABLE same_person (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  one_case_id TEXT NOT NULL REFERENCES case_file (id),
  other_case_id TEXT NOT NULL REFERENCES case_file (id),
  answer TEXT NOT NULL,
  kept_id TEXT REFERENCES case_file (id),
  merged_id TEXT REFERENCES case_file (id),
  CHECK ((kept_id IS NULL) = (merged_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX same_person_pair ON same_person (min(one_case_id, other_case_id), max(one_case_id, other_case_id));
CREATE UNIQUE INDEX same_person_merged ON same_person (merged_id) WHERE merged_id IS NOT NULL;
CREATE INDEX same_person_kept ON same_person (kept_id) WHERE kept_id IS NOT NULL;
