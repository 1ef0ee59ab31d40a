-- Words the language check looks for: one list for the shelter.
CREATE TABLE word_list (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq)
) STRICT;
CREATE UNIQUE INDEX word_list_is_one ON word_list ((1));
