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

-- What happened in the house. A report belongs to no case: it tells of several people at once.
CREATE TABLE incident (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  incident_type TEXT NOT NULL,
  happened_at INTEGER NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
) STRICT;
CREATE INDEX incident_by_time ON incident (happened_at, id);
CREATE INDEX incident_open ON incident (happened_at) WHERE is_open = 1;

-- What the next shift must know: kept two weeks.
CREATE TABLE hand_over (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  written_at INTEGER NOT NULL,
  erase_on TEXT NOT NULL
) STRICT;
CREATE INDEX hand_over_due ON hand_over (erase_on, written_at);

-- Looks round the house, every three months.
CREATE TABLE environment_check (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  begun_on TEXT NOT NULL,
  finished_on TEXT CHECK (finished_on IS NULL OR finished_on >= begun_on)
) STRICT;
