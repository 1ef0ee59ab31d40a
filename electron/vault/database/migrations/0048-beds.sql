-- Rooms, beds and who sleeps in them (domain §9); and, without a name, who could not.
CREATE TABLE room (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  storey INTEGER NOT NULL CHECK (storey >= 0),
  place INTEGER NOT NULL CHECK (place >= 0)
) STRICT;
CREATE TABLE bed (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  room_id TEXT NOT NULL REFERENCES room (id),
  code TEXT NOT NULL,
  since_on TEXT NOT NULL,
  removed_on TEXT
) STRICT;
CREATE UNIQUE INDEX bed_code ON bed (code) WHERE removed_on IS NULL;
CREATE TABLE stay (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  bed_id TEXT NOT NULL REFERENCES bed (id),
  from_on TEXT NOT NULL,
  left_on TEXT CHECK (left_on IS NULL OR left_on >= from_on)
) STRICT;
CREATE INDEX stay_of_case ON stay (case_file_id, from_on);
CREATE INDEX stay_in_bed ON stay (bed_id, from_on);
-- Nobody sleeps in two beds, and in no bed do two sleep, whatever the rules in front of this table overlook.
CREATE UNIQUE INDEX stay_now_in_bed ON stay (bed_id) WHERE left_on IS NULL;
CREATE UNIQUE INDEX stay_now_of_case ON stay (case_file_id) WHERE left_on IS NULL;
CREATE TABLE bed_hold (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  bed_id TEXT NOT NULL REFERENCES bed (id),
  case_file_id TEXT REFERENCES case_file (id),
  until_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;
CREATE INDEX bed_hold_now ON bed_hold (until_at) WHERE ended_at IS NULL;
CREATE TABLE no_bed (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  on_day TEXT NOT NULL
) STRICT;
CREATE INDEX no_bed_by_day ON no_bed (on_day);
CREATE TABLE bed_wait (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  since_on TEXT NOT NULL,
  ended_on TEXT
) STRICT;
CREATE INDEX bed_wait_now ON bed_wait (since_on) WHERE ended_on IS NULL;
