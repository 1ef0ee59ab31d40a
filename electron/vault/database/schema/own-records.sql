-- What belongs to one person of the staff stays hers.
CREATE TRIGGER own_look_identity BEFORE UPDATE OF id, staff_id ON own_look
WHEN NEW.id <> OLD.id OR NEW.staff_id <> OLD.staff_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER kept_lists_identity BEFORE UPDATE OF id, staff_id ON kept_lists
WHEN NEW.id <> OLD.id OR NEW.staff_id <> OLD.staff_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
