-- Keys of an agency besides its first, one for each colleague there, in the order in which they were pinned.
ALTER TABLE partner_agency ADD COLUMN more_recipients TEXT NOT NULL DEFAULT '';
