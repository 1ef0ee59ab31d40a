-- A new vault key when a colleague goes. The keys of before stay here: the chain of those days, and backups made then, are proven with
-- them. `key_due`: somebody was removed and the key was not renewed yet.
CREATE TABLE epoch_key (
  epoch INTEGER PRIMARY KEY CHECK (epoch >= 1),
  vault_key BLOB NOT NULL CHECK (length(vault_key) = 32)
) STRICT;
ALTER TABLE vault_state ADD COLUMN key_due INTEGER NOT NULL DEFAULT 0 CHECK (key_due IN (0, 1));
