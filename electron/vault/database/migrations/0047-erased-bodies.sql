-- The timeline leaves out what was erased. With the few erased bodies in an index of their own it need not look at every saved
-- state of a case to learn that it is still there: those lie one to a page through the whole file.
CREATE INDEX revision_erased ON revision (audit_seq) WHERE body IS NULL;
