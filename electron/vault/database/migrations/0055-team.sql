-- Staff and volunteers (domain §11): what is known of a colleague beyond her access, what she has learnt, when she was listened to,
-- and how work is handed on when somebody leaves.
CREATE TABLE colleague_facts (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  staff_id TEXT NOT NULL UNIQUE REFERENCES staff_member (id),
  agreement_on TEXT,
  minors_on TEXT
) STRICT;
CREATE TABLE course_list (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq)
) STRICT;
CREATE TABLE course_completion (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  course_code TEXT NOT NULL,
  done_on TEXT NOT NULL,
  expires_on TEXT,
  is_struck INTEGER NOT NULL CHECK (is_struck IN (0, 1))
) STRICT;
CREATE INDEX course_completion_of ON course_completion (staff_id, course_code);
CREATE TABLE training_gate (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1))
) STRICT;
CREATE TABLE gate_override (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  gate TEXT NOT NULL CHECK (gate IN ('RECORDS', 'MINORS')),
  case_file_id TEXT REFERENCES case_file (id),
  until_on TEXT NOT NULL
) STRICT;
CREATE INDEX gate_override_of ON gate_override (staff_id, gate);
CREATE TABLE supervision (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  on_day TEXT NOT NULL
) STRICT;
CREATE INDEX supervision_of ON supervision (staff_id, on_day);
CREATE TABLE worker_wish (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id)
) STRICT;
CREATE TABLE leaving (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  staff_id TEXT NOT NULL UNIQUE REFERENCES staff_member (id)
) STRICT;
