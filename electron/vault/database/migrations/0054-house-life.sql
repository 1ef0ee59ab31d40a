-- What the house keeps for somebody who lives there, and devices that are laid aside because they may be followed (domain §9).
CREATE TABLE kept_thing (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  thing_kind TEXT NOT NULL CHECK (thing_kind IN ('BELONGING', 'PAPER', 'DEVICE')),
  place TEXT NOT NULL,
  is_here INTEGER NOT NULL CHECK (is_here IN (0, 1))
) STRICT;
CREATE INDEX kept_thing_of_case ON kept_thing (case_file_id, is_here);
CREATE INDEX kept_thing_here ON kept_thing (place) WHERE is_here = 1;
