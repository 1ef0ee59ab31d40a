-- A seal of the compartment says for whose public key the members vouch; a seal from before says nothing until the next key.
ALTER TABLE compartment_seal ADD COLUMN vouched BLOB CHECK (length(vouched) = 32);
