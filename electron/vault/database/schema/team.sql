-- Whose facts, whose course, whose supervision never changes; what was struck stays struck, and what was permitted past a gate stays
-- as it was permitted.
CREATE TRIGGER colleague_facts_identity BEFORE UPDATE OF id, staff_id ON colleague_facts
WHEN NEW.id <> OLD.id OR NEW.staff_id <> OLD.staff_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER course_completion_identity BEFORE UPDATE ON course_completion
WHEN NEW.id <> OLD.id OR NEW.staff_id <> OLD.staff_id OR NEW.course_code <> OLD.course_code OR NEW.done_on <> OLD.done_on
  OR NEW.expires_on IS NOT OLD.expires_on OR OLD.is_struck = 1
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER gate_override_is_final BEFORE UPDATE ON gate_override BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER supervision_identity BEFORE UPDATE OF id, staff_id, on_day ON supervision
WHEN NEW.id <> OLD.id OR NEW.staff_id <> OLD.staff_id OR NEW.on_day <> OLD.on_day
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER worker_wish_identity BEFORE UPDATE OF id, case_file_id ON worker_wish
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER leaving_identity BEFORE UPDATE OF id, staff_id ON leaving
WHEN NEW.id <> OLD.id OR NEW.staff_id <> OLD.staff_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
