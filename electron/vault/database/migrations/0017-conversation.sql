-- One talk with her, and which notes were made during it.
CREATE TABLE conversation (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  started_at INTEGER NOT NULL,
  started_by TEXT NOT NULL REFERENCES staff_member (id),
  ended_at INTEGER
) STRICT;
CREATE INDEX conversation_of_case ON conversation (case_file_id, started_at);

ALTER TABLE case_note ADD COLUMN conversation_id TEXT REFERENCES conversation (id);
CREATE INDEX case_note_of_conversation ON case_note (conversation_id) WHERE conversation_id IS NOT NULL;
