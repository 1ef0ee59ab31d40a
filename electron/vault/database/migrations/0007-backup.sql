-- A backup that was read back and verified: what Today counts the days from and what the list of backups shows.
CREATE TABLE backup_made (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  created_at INTEGER NOT NULL,
  commit_seq INTEGER NOT NULL
) STRICT;
-- Begun, ended, drilled, restored: asked for at each unlock, so not by walking the whole chain. Queries repeat both terms.
CREATE INDEX audit_entry_of_backups ON audit_entry (action, seq) WHERE action >= 'backup.' AND action < 'backup/';
