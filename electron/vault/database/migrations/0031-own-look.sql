-- How each person likes to see the app.
CREATE TABLE own_look (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  staff_id TEXT NOT NULL UNIQUE REFERENCES staff_member (id)
) STRICT;
