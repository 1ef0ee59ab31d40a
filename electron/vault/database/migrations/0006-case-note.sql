-- Notes about contacts, newest day first. A correction points back at the note it puts right; one note has one correction.
CREATE TABLE case_note (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  note_kind TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  correction_of TEXT REFERENCES case_note (id),
  told_once TEXT,
  may_be_reused INTEGER
) STRICT;
CREATE INDEX case_note_of_case ON case_note (case_file_id, happened_on);
CREATE UNIQUE INDEX case_note_corrected_once ON case_note (correction_of) WHERE correction_of IS NOT NULL;
