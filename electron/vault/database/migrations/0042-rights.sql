-- What a survivor asks about her own record, by when it is due, and whether she asked that nothing of it be used; and what stands
-- beside the record: corrections and statements. They are written once.
CREATE TABLE rights_request (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  right_kind TEXT NOT NULL,
  received_on TEXT NOT NULL,
  due_on TEXT,
  restricts INTEGER NOT NULL CHECK (restricts IN (0, 1))
) STRICT;
CREATE INDEX rights_request_of_case ON rights_request (case_file_id);
CREATE INDEX rights_request_due ON rights_request (due_on) WHERE due_on IS NOT NULL;
CREATE TABLE amendment (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  amendment_kind TEXT NOT NULL,
  about_id TEXT,
  about_revision INTEGER
) STRICT;
CREATE INDEX amendment_of_case ON amendment (case_file_id);
CREATE TABLE own_copy (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  request_id TEXT NOT NULL,
  handed_on TEXT NOT NULL
) STRICT;
CREATE INDEX own_copy_of_case ON own_copy (case_file_id);
-- What left without a package: by word of mouth, on paper, as her own copy, for a court or an authority.
CREATE TABLE other_disclosure (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  way TEXT NOT NULL,
  sent_on TEXT NOT NULL
) STRICT;
CREATE INDEX other_disclosure_of_case ON other_disclosure (case_file_id, sent_on);
