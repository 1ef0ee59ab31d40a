-- Whom a flag keeps apart never changes; one that ended stays ended.
CREATE TRIGGER conflict_flag_identity BEFORE UPDATE ON conflict_flag
WHEN NEW.id <> OLD.id OR NEW.one_case_id <> OLD.one_case_id OR NEW.other_case_id IS NOT OLD.other_case_id
  OR NEW.staff_id IS NOT OLD.staff_id OR (OLD.until_on IS NOT NULL AND NEW.until_on IS NOT OLD.until_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- From either side: which case is kept apart from which now.
CREATE VIEW kept_apart (case_file_id, from_case_id, from_staff_id, flag_id, actions) AS
SELECT one_case_id, other_case_id, staff_id, id, actions FROM conflict_flag WHERE until_on IS NULL
UNION ALL
SELECT other_case_id, one_case_id, NULL, id, actions FROM conflict_flag WHERE until_on IS NULL AND other_case_id IS NOT NULL;
-- Who is linked never changes; a link that ended stays ended.
CREATE TRIGGER household_link_identity BEFORE UPDATE ON household_link
WHEN NEW.id <> OLD.id OR NEW.one_case_id <> OLD.one_case_id OR NEW.other_case_id <> OLD.other_case_id
  OR (OLD.until_on IS NOT NULL AND NEW.until_on IS NOT OLD.until_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
