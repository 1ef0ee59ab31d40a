-- How a package is answered: the key of its own that an answer is sealed to, never shown, and the answers that came back.
CREATE TABLE reply_key (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  disclosure_id TEXT NOT NULL UNIQUE REFERENCES disclosure (id),
  package_id TEXT NOT NULL UNIQUE CHECK (length(package_id) = 64)
) STRICT;
CREATE INDEX reply_key_of_case ON reply_key (case_file_id);

-- One answer each; the same one brought twice is known by its number.
CREATE TABLE package_reply (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  disclosure_id TEXT NOT NULL REFERENCES disclosure (id),
  reply_number TEXT NOT NULL UNIQUE CHECK (length(reply_number) = 32),
  received_at INTEGER NOT NULL
) STRICT;
CREATE INDEX package_reply_of_case ON package_reply (case_file_id, received_at);

-- Which reader an agency was handed, and when: its hash stands on the agency's card.
CREATE TABLE reader_copy (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  partner_agency_id TEXT NOT NULL REFERENCES partner_agency (id),
  handed_over_at INTEGER NOT NULL
) STRICT;
CREATE INDEX reader_copy_of_agency ON reader_copy (partner_agency_id, handed_over_at);
