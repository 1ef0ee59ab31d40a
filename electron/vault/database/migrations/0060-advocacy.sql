-- Advocacy and public awareness (domain §19): what the house does and says outside. No table here refers to a case.
CREATE TABLE activity (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  on_day TEXT NOT NULL,
  is_struck INTEGER NOT NULL CHECK (is_struck IN (0, 1))
) STRICT;
CREATE INDEX activity_of_day ON activity (on_day) WHERE is_struck = 0;
CREATE TABLE policy_item (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  next_on TEXT
) STRICT;
CREATE TABLE campaign (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  starts_on TEXT NOT NULL,
  state TEXT NOT NULL
) STRICT;
CREATE TABLE material (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  expires_on TEXT
) STRICT;
