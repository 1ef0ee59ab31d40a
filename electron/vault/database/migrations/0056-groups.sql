-- Peer groups (domain §10): what they are, who has a place in one, and how often they met. Who came is counted and listed nowhere.
CREATE TABLE peer_group (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  ended_on TEXT
) STRICT;
CREATE TABLE group_place (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  group_id TEXT NOT NULL REFERENCES peer_group (id),
  state TEXT NOT NULL,
  attendance TEXT NOT NULL,
  ended_on TEXT
) STRICT;
CREATE INDEX group_place_of_case ON group_place (case_file_id);
-- One place for a person and a group, whatever the rules in front of this table overlook.
CREATE UNIQUE INDEX group_place_now ON group_place (group_id, case_file_id) WHERE ended_on IS NULL;
CREATE TABLE group_session (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  group_id TEXT NOT NULL REFERENCES peer_group (id),
  held_on TEXT NOT NULL,
  headcount INTEGER NOT NULL CHECK (headcount >= 0),
  new_count INTEGER NOT NULL CHECK (new_count BETWEEN 0 AND headcount)
) STRICT;
CREATE INDEX group_session_of_group ON group_session (group_id, held_on);
CREATE TABLE mentor_pair (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  mentor_case_id TEXT NOT NULL REFERENCES case_file (id),
  mentee_case_id TEXT NOT NULL REFERENCES case_file (id),
  ended_on TEXT,
  CHECK (mentor_case_id <> mentee_case_id)
) STRICT;
CREATE INDEX mentor_pair_of_mentor ON mentor_pair (mentor_case_id);
CREATE INDEX mentor_pair_of_mentee ON mentor_pair (mentee_case_id);
