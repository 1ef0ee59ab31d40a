-- The past cannot be changed through SQL: entries and revisions are only ever added. Erasure may only empty a body.
CREATE TRIGGER audit_entry_is_final BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER revision_stays BEFORE DELETE ON revision BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER revision_is_final BEFORE UPDATE ON revision
WHEN NEW.body IS NOT NULL OR NEW.audit_seq <> OLD.audit_seq OR NEW.record_kind <> OLD.record_kind
  OR NEW.record_id <> OLD.record_id OR NEW.revision <> OLD.revision
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER vault_state_identity BEFORE UPDATE OF id, vault_id, created_at ON vault_state
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER staff_member_identity BEFORE UPDATE OF id, sign_in_name ON staff_member
WHEN NEW.id <> OLD.id OR NEW.sign_in_name <> OLD.sign_in_name
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER epoch_key_is_final BEFORE UPDATE ON epoch_key BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER epoch_key_stays BEFORE DELETE ON epoch_key BEGIN SELECT RAISE (ABORT, 'immutable'); END;
