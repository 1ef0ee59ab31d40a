-- Whom a flag keeps apart never changes; one that ended stays ended.
CREATE TRIGGER conflict_flag_identity BEFORE UPDATE ON conflict_flag
WHEN NEW.id <> OLD.id OR NEW.one_case_id <> OLD.one_case_id OR NEW.other_case_id IS NOT OLD.other_case_id
  OR NEW.staff_id IS NOT OLD.staff_id OR (OLD.until_on IS NOT NULL AND NEW.until_on IS NOT OLD.until_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- From either side: which case is kept apart from which now.
CREATE VIEW flagged_apart (case_file_id, from_case_id, from_staff_id, flag_id, actions) AS
SELECT one_case_id, other_case_id, staff_id, id, actions FROM conflict_flag WHERE until_on IS NULL
UNION ALL
SELECT other_case_id, one_case_id, NULL, id, actions FROM conflict_flag WHERE until_on IS NULL AND other_case_id IS NOT NULL
-- What keeps a part of a case apart keeps the whole apart.
UNION ALL
SELECT s.kept_id, f.other_case_id, f.staff_id, f.id, f.actions FROM conflict_flag f JOIN same_person s ON s.merged_id = f.one_case_id
WHERE f.until_on IS NULL
UNION ALL
SELECT s.kept_id, f.one_case_id, NULL, f.id, f.actions FROM conflict_flag f JOIN same_person s ON s.merged_id = f.other_case_id
WHERE f.until_on IS NULL
UNION ALL
SELECT f.other_case_id, s.kept_id, NULL, f.id, f.actions FROM conflict_flag f JOIN same_person s ON s.merged_id = f.one_case_id
WHERE f.until_on IS NULL AND f.other_case_id IS NOT NULL
UNION ALL
SELECT f.one_case_id, s.kept_id, NULL, f.id, f.actions FROM conflict_flag f JOIN same_person s ON s.merged_id = f.other_case_id
WHERE f.until_on IS NULL;
-- What kept her apart before she came back keeps her apart now, also while the earlier file is sealed.
CREATE VIEW kept_apart (case_file_id, from_case_id, from_staff_id, flag_id, actions) AS
SELECT case_file_id, from_case_id, from_staff_id, flag_id, actions FROM flagged_apart
UNION ALL
SELECT f.now_case_id, k.from_case_id, k.from_staff_id, k.flag_id, k.actions
FROM earlier_file f JOIN flagged_apart k ON k.case_file_id = f.case_file_id
UNION ALL
SELECT k.case_file_id, f.now_case_id, NULL, k.flag_id, k.actions
FROM earlier_file f JOIN flagged_apart k ON k.from_case_id = f.case_file_id
UNION ALL
SELECT f.now_case_id, o.now_case_id, NULL, k.flag_id, k.actions
FROM earlier_file f JOIN flagged_apart k ON k.case_file_id = f.case_file_id JOIN earlier_file o ON o.case_file_id = k.from_case_id;
CREATE TRIGGER same_person_identity BEFORE UPDATE OF id, one_case_id, other_case_id ON same_person
WHEN NEW.id <> OLD.id OR NEW.one_case_id <> OLD.one_case_id OR NEW.other_case_id <> OLD.other_case_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- Made one, it is parted before it is made one with another.
CREATE TRIGGER same_person_one_at_a_time BEFORE UPDATE OF merged_id ON same_person
WHEN OLD.merged_id IS NOT NULL AND NEW.merged_id IS NOT NULL AND NEW.merged_id <> OLD.merged_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- Who is linked never changes; a link that ended stays ended.
CREATE TRIGGER household_link_identity BEFORE UPDATE ON household_link
WHEN NEW.id <> OLD.id OR NEW.one_case_id <> OLD.one_case_id OR NEW.other_case_id <> OLD.other_case_id
  OR (OLD.until_on IS NOT NULL AND NEW.until_on IS NOT OLD.until_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
