-- Referrals to a partner agency and from one. What is told stands in the body; these columns are what Today, the calendar and
-- her permission ask for.
CREATE TABLE referral (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  partner_agency_id TEXT NOT NULL REFERENCES partner_agency (id),
  release_id TEXT REFERENCES release (id),
  is_incoming INTEGER NOT NULL CHECK (is_incoming IN (0, 1)),
  state TEXT NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  sent_at INTEGER,
  chase_on TEXT,
  chase_at INTEGER,
  appointment_on TEXT
) STRICT;
CREATE INDEX referral_of_case ON referral (case_file_id);
CREATE INDEX referral_of_release ON referral (release_id) WHERE release_id IS NOT NULL;
CREATE INDEX referral_chase ON referral (chase_on, chase_at) WHERE chase_on IS NOT NULL OR chase_at IS NOT NULL;
CREATE INDEX referral_appointment ON referral (appointment_on) WHERE appointment_on IS NOT NULL;
