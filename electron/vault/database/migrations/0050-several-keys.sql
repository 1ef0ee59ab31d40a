-- Keys of an agency besides its first, one for each colleague there, in the order in which they were pinned.
ALTER TABLE partner_agency ADD COLUMN more_recipients TEXT NOT NULL DEFAULT '';

-- Our own key to receive with may be followed by a new one; an earlier one stays until it is ended. One from before has no day.
ALTER TABLE receiving_key ADD COLUMN made_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE receiving_key ADD COLUMN ended_at INTEGER;
