-- Who asked at the door or on the telephone. The line is kept; its words stand apart, because they go after thirty days. Which case
-- somebody took a call to be about stands with that case, so that the log itself names nobody.
CREATE TABLE caller_log (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  asked_at INTEGER NOT NULL,
  is_threat INTEGER NOT NULL CHECK (is_threat IN (0, 1)),
  is_alert INTEGER NOT NULL CHECK (is_alert IN (0, 1) AND is_alert <= is_threat)
) STRICT;
CREATE INDEX caller_log_by_time ON caller_log (asked_at, id);
CREATE INDEX caller_log_alerts ON caller_log (asked_at) WHERE is_alert = 1;
CREATE TABLE caller_words (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  call_id TEXT NOT NULL UNIQUE REFERENCES caller_log (id),
  erase_on TEXT NOT NULL
) STRICT;
CREATE INDEX caller_words_due ON caller_words (erase_on);
CREATE TABLE caller_match (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  call_id TEXT NOT NULL REFERENCES caller_log (id),
  matched_on TEXT NOT NULL,
  UNIQUE (case_file_id, call_id)
) STRICT;
