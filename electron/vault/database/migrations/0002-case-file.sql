-- Everything held for one survivor hangs on her case file. The number is random, so that it tells nothing.
CREATE TABLE case_file (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_number TEXT NOT NULL UNIQUE,
  name_used TEXT NOT NULL,
  -- Folded, for finding: "nguyen" finds Nguyễn. `folded_names` holds every alias, one a line.
  folded_name TEXT NOT NULL,
  folded_names TEXT NOT NULL,
  status TEXT NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  opened_on TEXT NOT NULL,
  worker_id TEXT REFERENCES staff_member (id)
) STRICT;
CREATE INDEX case_file_open_by_name ON case_file (is_open, folded_name);
CREATE INDEX case_file_open_by_change ON case_file (is_open, revision_seq);
