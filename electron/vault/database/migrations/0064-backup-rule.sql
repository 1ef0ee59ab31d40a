-- After how many days a backup is asked for, in how many places, and whether older ones are cleared away (security §4).
CREATE TABLE backup_rule (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq)
) STRICT;
CREATE UNIQUE INDEX backup_rule_is_one ON backup_rule ((1));
