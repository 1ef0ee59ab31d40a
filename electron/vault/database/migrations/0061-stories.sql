-- Consents to tell a story, and where it is told (domain §19). They stand alone: nothing here is, or may ever be, the id of a case.
CREATE TABLE story_consent (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  expires_on TEXT NOT NULL,
  withdrawn_on TEXT
) STRICT;
CREATE TABLE story_use (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  story_id TEXT NOT NULL REFERENCES story_consent (id),
  down_on TEXT
) STRICT;
CREATE INDEX story_use_of ON story_use (story_id);
