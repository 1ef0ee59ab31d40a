-- Who comes back after her case closed has a new case; the earlier one is sealed until she agrees that it is linked (domain §18).
CREATE TABLE episode (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  earlier_case_id TEXT NOT NULL REFERENCES case_file (id),
  -- Of several returns the last one decides who may open the earlier file.
  turn INTEGER NOT NULL,
  agreed INTEGER NOT NULL,
  ended_at INTEGER,
  CHECK (case_file_id <> earlier_case_id)
) STRICT;
CREATE UNIQUE INDEX episode_turn ON episode (earlier_case_id, turn);
CREATE INDEX episode_case ON episode (case_file_id);
