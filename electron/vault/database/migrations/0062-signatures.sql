-- Who stands behind an entry of weight (keys/README, "Signed entries"). Every Ed25519 key that a colleague ever had, under the entry that made it
-- known: keys of those who left stay, so that what they signed stays provable. Without a colleague: of a recovery code or of trustees' sheets.
CREATE TABLE staff_key (
  since_seq INTEGER PRIMARY KEY REFERENCES audit_entry (seq),
  staff_id TEXT,
  pub_ed BLOB NOT NULL UNIQUE CHECK (length(pub_ed) = 32)
) STRICT;
CREATE INDEX staff_key_of ON staff_key (staff_id, since_seq);

-- `key_seq` is deferred: the entry that makes a key known is signed with that key.
CREATE TABLE audit_signature (
  seq INTEGER PRIMARY KEY REFERENCES audit_entry (seq),
  staff_id TEXT NOT NULL,
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  key_seq INTEGER NOT NULL REFERENCES staff_key (since_seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
