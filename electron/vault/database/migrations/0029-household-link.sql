-- Two people here who belong together, each with a case of their own. No note is shared by it.
CREATE TABLE household_link (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  one_case_id TEXT NOT NULL REFERENCES case_file (id),
  other_case_id TEXT NOT NULL REFERENCES case_file (id),
  until_on TEXT
) STRICT;
CREATE INDEX household_link_of_one ON household_link (one_case_id) WHERE until_on IS NULL;
CREATE INDEX household_link_of_other ON household_link (other_case_id) WHERE until_on IS NULL;
