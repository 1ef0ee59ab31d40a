-- Legal matters with the first day on which one of their dates is brought up; and the privileged box, apart from everything.
CREATE TABLE legal_matter (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  type TEXT NOT NULL,
  first_alert_on TEXT
) STRICT;
CREATE INDEX legal_matter_of_case ON legal_matter (case_file_id);
CREATE INDEX legal_matter_alerts ON legal_matter (first_alert_on) WHERE first_alert_on IS NOT NULL;
CREATE TABLE privileged_box (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id)
) STRICT;
CREATE TABLE privileged_names (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id)
) STRICT;
