-- Private rooms at a time of a day (domain §9).
CREATE TABLE booking (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT REFERENCES case_file (id),
  room_id TEXT NOT NULL REFERENCES room (id),
  interpreter_id TEXT REFERENCES interpreter (id),
  staff_id TEXT NOT NULL,
  on_day TEXT NOT NULL,
  is_called_off INTEGER NOT NULL CHECK (is_called_off IN (0, 1))
) STRICT;
CREATE INDEX booking_of_day ON booking (on_day) WHERE is_called_off = 0;
