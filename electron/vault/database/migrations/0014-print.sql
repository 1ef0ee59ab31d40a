-- What was put on paper, and the day by which the paper is to be destroyed. The words on it stand in the records they came from.
CREATE TABLE print (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  shred_on TEXT NOT NULL
) STRICT;
CREATE INDEX print_of_case ON print (case_file_id);
