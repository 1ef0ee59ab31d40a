-- Papers of the house that were printed (domain §22): which, how many lines, and by when the paper is to be destroyed. No word of them.
CREATE TABLE house_print (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  printed_at INTEGER NOT NULL,
  shred_on TEXT NOT NULL
) STRICT;
CREATE INDEX house_print_by_time ON house_print (printed_at);
