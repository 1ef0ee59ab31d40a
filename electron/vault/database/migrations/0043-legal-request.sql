-- What courts and offices ask for, reports that a law asks for, and breaches. A request may be about nobody.
CREATE TABLE legal_request (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT REFERENCES case_file (id),
  request_state TEXT NOT NULL,
  received_on TEXT NOT NULL,
  due_on TEXT
) STRICT;
CREATE INDEX legal_request_of_case ON legal_request (case_file_id);
CREATE INDEX legal_request_due ON legal_request (due_on) WHERE due_on IS NOT NULL;
CREATE TABLE mandated_report (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  report_trigger TEXT NOT NULL,
  reported_on TEXT NOT NULL
) STRICT;
CREATE INDEX mandated_report_of_case ON mandated_report (case_file_id);
CREATE TABLE breach (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  breach_kind TEXT NOT NULL,
  known_at INTEGER NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
) STRICT;
