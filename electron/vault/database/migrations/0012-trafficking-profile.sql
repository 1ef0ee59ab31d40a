-- What happened, built up over time: the form; people she needs safety from, in a table of their own, so that reading the
-- profile never brings their names along; indicators, one row per profile; looks at what makes life harder and what protects.
CREATE TABLE trafficking_profile (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
  form_version INTEGER NOT NULL
) STRICT;

CREATE TABLE person_causing_harm (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  let_go INTEGER NOT NULL CHECK (let_go IN (0, 1))
) STRICT;
CREATE INDEX person_causing_harm_of_case ON person_causing_harm (case_file_id);

CREATE TABLE identification_indicators (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  profile TEXT NOT NULL CHECK (profile IN ('AL', 'CL', 'AS', 'CS')),
  UNIQUE (case_file_id, profile)
) STRICT;

CREATE TABLE vulnerability_view (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  looked_on TEXT NOT NULL
) STRICT;
CREATE INDEX vulnerability_view_of_case ON vulnerability_view (case_file_id, looked_on);
