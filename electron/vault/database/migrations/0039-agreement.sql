-- Agreements with agencies and the meetings with them. Neither belongs to a case, and no name stands in either.
CREATE TABLE agreement (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  partner_agency_id TEXT NOT NULL REFERENCES partner_agency (id),
  ends_on TEXT
) STRICT;
CREATE INDEX agreement_of_agency ON agreement (partner_agency_id);
CREATE INDEX agreement_ending ON agreement (ends_on) WHERE ends_on IS NOT NULL;

CREATE TABLE partner_meeting (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  partner_agency_id TEXT NOT NULL REFERENCES partner_agency (id),
  held_on TEXT NOT NULL
) STRICT;
CREATE INDEX partner_meeting_of_agency ON partner_meeting (partner_agency_id, held_on);
