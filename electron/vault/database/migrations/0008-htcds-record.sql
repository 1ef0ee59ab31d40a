-- What an imported workbook said about one survivor, all 84 fields of HTCDS. `to_check` counts answers that wait for a look.
CREATE TABLE htcds_record (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  to_check INTEGER NOT NULL CHECK (to_check >= 0)
) STRICT;
CREATE INDEX htcds_record_of_case ON htcds_record (case_file_id);
