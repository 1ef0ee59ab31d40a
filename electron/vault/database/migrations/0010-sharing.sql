-- Outside organisations, each with the one key its packages are sealed to. Every change of that key is counted.
CREATE TABLE partner_agency (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  name TEXT NOT NULL,
  folded_name TEXT NOT NULL,
  recipient TEXT,
  earlier_recipients INTEGER NOT NULL
) STRICT;
CREATE INDEX partner_agency_by_name ON partner_agency (folded_name);

-- What left, to whom, on what basis. Hers to read and to print; nobody changes or removes a line.
CREATE TABLE disclosure (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  partner_agency_id TEXT NOT NULL REFERENCES partner_agency (id),
  sent_at INTEGER NOT NULL,
  package_sha256 TEXT NOT NULL CHECK (length(package_sha256) = 64)
) STRICT;
CREATE INDEX disclosure_of_case ON disclosure (case_file_id, sent_at);

-- The key that says a package is from this shelter. Made once: partners know its six words.
CREATE TABLE shelter_key (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  public_key BLOB NOT NULL CHECK (length(public_key) = 32)
) STRICT;
CREATE UNIQUE INDEX shelter_key_is_one ON shelter_key ((1));
