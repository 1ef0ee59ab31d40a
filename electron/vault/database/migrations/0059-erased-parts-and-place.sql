-- What stays of a part of a case that was erased alone, or of lines of the house whose time was over: that it was, when and by whom,
-- and keyed hashes by which an older copy that still holds it is recognised (domain §15, §16).
CREATE TABLE erased_part (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  certificate TEXT NOT NULL UNIQUE,
  erased_at INTEGER NOT NULL
) STRICT;

-- Where the house is and what it says of the law there: its holidays, figures it corrected, laws it has checked (domain §15, §17).
CREATE TABLE house_place (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq)
) STRICT;
CREATE UNIQUE INDEX house_place_is_one ON house_place ((1));
