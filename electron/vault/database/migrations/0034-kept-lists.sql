-- Lists of cases that a person keeps for herself.
CREATE TABLE kept_lists (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  staff_id TEXT NOT NULL UNIQUE REFERENCES staff_member (id)
) STRICT;
