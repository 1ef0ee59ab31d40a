-- A table that was given out stays as it was given out: what comes later is measured against it.
CREATE TRIGGER issued_table_is_final BEFORE UPDATE ON issued_table BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER issued_table_stays BEFORE DELETE ON issued_table BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER table_copy_is_final BEFORE UPDATE ON table_copy BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER stats_choice_identity BEFORE UPDATE OF id, case_file_id ON stats_choice
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
