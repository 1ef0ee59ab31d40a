-- The confidential address of an agency lies apart from what lists read, and each look at it is a record.
CREATE TABLE agency_address (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  partner_agency_id TEXT NOT NULL UNIQUE REFERENCES partner_agency (id)
) STRICT;

CREATE TABLE agency_address_opening (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  partner_agency_id TEXT NOT NULL REFERENCES partner_agency (id)
) STRICT;
