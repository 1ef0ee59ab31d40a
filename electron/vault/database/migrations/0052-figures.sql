-- Counting people without reading their records one by one: the facts that tables count by, the tables that were given out, and who
-- does not want to be counted. What the new columns say of records that are here already is worked out by records/renew-facts.ts.
ALTER TABLE case_file ADD COLUMN taken_in_on TEXT;
ALTER TABLE case_file ADD COLUMN closed_on TEXT;
ALTER TABLE case_file ADD COLUMN closing_reason TEXT;
ALTER TABLE case_file ADD COLUMN gender TEXT;
ALTER TABLE case_exit ADD COLUMN left_on TEXT;
-- The day from which she counts as of age: by her birthday, and by the years she told.
ALTER TABLE intake ADD COLUMN adult_by_birthday TEXT;
ALTER TABLE intake ADD COLUMN adult_by_band TEXT;
ALTER TABLE htcds_record ADD COLUMN adult_by_birthday TEXT;
ALTER TABLE htcds_record ADD COLUMN gender TEXT;
-- 1 sexual exploitation, 2 labour, 4 another form; their sum.
ALTER TABLE htcds_record ADD COLUMN exploitation INTEGER NOT NULL DEFAULT 0;
ALTER TABLE trafficking_profile ADD COLUMN exploitation INTEGER NOT NULL DEFAULT 0;
CREATE INDEX service_given ON service (given_on, case_file_id, code) WHERE is_struck = 0;

CREATE TABLE stats_choice (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
  is_refused INTEGER NOT NULL CHECK (is_refused IN (0, 1))
) STRICT;
CREATE TABLE issued_table (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  period TEXT NOT NULL,
  set_id TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('ROUNDED', 'SUPPRESSED', 'EXACT'))
) STRICT;
CREATE TABLE table_copy (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  issued_table_id TEXT NOT NULL REFERENCES issued_table (id),
  way TEXT NOT NULL CHECK (way IN ('PAPER', 'FILE'))
) STRICT;
CREATE INDEX table_copy_of_table ON table_copy (issued_table_id);
