-- Nine roles. SQLite cannot change a CHECK where it stands, so the table is made anew under its own name; what refers to it
-- is judged when the transaction ends.
PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE staff_before AS SELECT id, revision_seq, name, sign_in_name, role, slot_id, disabled_at FROM staff_member;
DROP TABLE staff_member;
CREATE TABLE staff_member (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  name TEXT NOT NULL,
  sign_in_name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('director', 'case-manager', 'house-staff', 'clinician', 'legal-advocate',
    'group-facilitator', 'trainer-partner', 'reports', 'auditor')),
  slot_id BLOB NOT NULL,
  disabled_at INTEGER
) STRICT;
INSERT INTO staff_member SELECT * FROM staff_before;
DROP TABLE staff_before;
