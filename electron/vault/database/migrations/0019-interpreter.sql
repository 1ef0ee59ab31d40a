-- Who may interpret, who interpreted where, and who was left out of a case. The reason stands in the body alone (T4).
CREATE TABLE interpreter (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  name TEXT NOT NULL,
  folded_name TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('MAY_BE_ASKED', 'HELD'))
) STRICT;

ALTER TABLE conversation ADD COLUMN interpreter_id TEXT REFERENCES interpreter (id);
ALTER TABLE conversation ADD COLUMN stopped_unsafe INTEGER NOT NULL DEFAULT 0 CHECK (stopped_unsafe IN (0, 1));
CREATE INDEX conversation_of_interpreter ON conversation (interpreter_id) WHERE interpreter_id IS NOT NULL;

CREATE TABLE interpreter_exclusion (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  interpreter_id TEXT NOT NULL REFERENCES interpreter (id),
  conversation_id TEXT NOT NULL REFERENCES conversation (id),
  looked_at INTEGER
) STRICT;
CREATE INDEX interpreter_exclusion_of_case ON interpreter_exclusion (case_file_id);
