-- What may never change about a record, whoever asks: whose it is. (The chain keeps the rest honest.)
CREATE TRIGGER release_identity BEFORE UPDATE OF id, case_file_id ON release
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER release_terms BEFORE UPDATE OF partner_agency_id, starts_on, expires_on ON release
WHEN OLD.signed_on IS NOT NULL
  AND (NEW.partner_agency_id <> OLD.partner_agency_id OR NEW.starts_on <> OLD.starts_on OR NEW.expires_on <> OLD.expires_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER case_note_is_final BEFORE UPDATE ON case_note BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER case_file_identity BEFORE UPDATE OF id, case_number, opened_on ON case_file
WHEN NEW.id <> OLD.id OR NEW.case_number <> OLD.case_number OR NEW.opened_on <> OLD.opened_on
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER need_identity BEFORE UPDATE OF id, case_file_id ON need
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER safety_plan_identity BEFORE UPDATE OF id, case_file_id ON safety_plan
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER support_plan_identity BEFORE UPDATE OF id, case_file_id ON support_plan
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
