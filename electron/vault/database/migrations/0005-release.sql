-- Her permission to tell one agency something, for a time. Terms are bodies; these columns are what lists and the gate ask for.
CREATE TABLE release (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  partner_agency_id TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  expires_on TEXT NOT NULL,
  signed_on TEXT,
  revoked_at INTEGER,
  used_up_at INTEGER
) STRICT;
CREATE INDEX release_of_case ON release (case_file_id, starts_on);
CREATE INDEX release_ending ON release (expires_on) WHERE signed_on IS NOT NULL AND revoked_at IS NULL AND used_up_at IS NULL;
