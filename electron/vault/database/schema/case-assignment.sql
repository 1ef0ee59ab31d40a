-- Who works on a case now. As long as nobody was ever assigned to it, that is the worker named on it, or who opened it.
CREATE VIEW works_on (case_file_id, staff_id, opens_sealed) AS
SELECT case_file_id, staff_id, opens_sealed FROM case_assignment
WHERE to_at IS NULL AND case_file_id NOT IN (SELECT case_file_id FROM earlier_file)
UNION ALL
SELECT c.id, c.worker_id, 1 FROM case_file c
WHERE c.worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM case_assignment a WHERE a.case_file_id = c.id)
  AND c.id NOT IN (SELECT case_file_id FROM earlier_file)
UNION ALL
SELECT c.id, e.staff_id, 1 FROM case_file c JOIN revision r ON r.record_id = c.id AND r.revision = 1 JOIN audit_entry e ON e.seq = r.audit_seq
WHERE c.worker_id IS NULL AND NOT EXISTS (SELECT 1 FROM case_assignment a WHERE a.case_file_id = c.id)
  AND c.id NOT IN (SELECT case_file_id FROM earlier_file)
-- Who works on a case works on its parts; a case that has parts has its assignments written down. Sealed words need a list of their own.
UNION ALL
SELECT s.merged_id, a.staff_id, 0 FROM same_person s JOIN case_assignment a ON a.case_file_id = s.kept_id AND a.to_at IS NULL
WHERE s.merged_id IS NOT NULL AND s.merged_id NOT IN (SELECT case_file_id FROM earlier_file)
-- An earlier file of somebody who came back belongs to nobody of then; with her agreement it opens to who works with her now. Said
-- once for each way of working on a case: a view over another one is worked out whole for every question.
UNION ALL
SELECT f.case_file_id, a.staff_id, a.opens_sealed FROM earlier_file f JOIN case_assignment a ON a.case_file_id = f.now_case_id AND a.to_at IS NULL
WHERE f.agreed = 1
UNION ALL
SELECT f.case_file_id, c.worker_id, 1 FROM earlier_file f JOIN case_file c ON c.id = f.now_case_id
WHERE f.agreed = 1 AND c.worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM case_assignment a WHERE a.case_file_id = c.id)
UNION ALL
SELECT f.case_file_id, e.staff_id, 1 FROM earlier_file f JOIN case_file c ON c.id = f.now_case_id
  JOIN revision r ON r.record_id = c.id AND r.revision = 1 JOIN audit_entry e ON e.seq = r.audit_seq
WHERE f.agreed = 1 AND c.worker_id IS NULL AND NOT EXISTS (SELECT 1 FROM case_assignment a WHERE a.case_file_id = c.id);
CREATE TRIGGER case_assignment_identity BEFORE UPDATE OF id, case_file_id, staff_id, from_at ON case_assignment
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.staff_id <> OLD.staff_id OR NEW.from_at <> OLD.from_at
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- Who worked here no longer does not come back by a change: coming back is an assignment of its own.
CREATE TRIGGER case_assignment_ends_once BEFORE UPDATE ON case_assignment WHEN OLD.to_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER break_glass_identity BEFORE UPDATE OF id, case_file_id, staff_id, opened_at, until_at ON break_glass
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.staff_id <> OLD.staff_id
  OR NEW.opened_at <> OLD.opened_at OR NEW.until_at IS NOT OLD.until_at
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER break_glass_seen_once BEFORE UPDATE ON break_glass WHEN OLD.seen_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
