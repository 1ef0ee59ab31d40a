-- What left cannot be made not to have left, the shelter's key is made once, a key to receive with ends once, and a pinned key changes
-- only where the change is counted.
CREATE TRIGGER disclosure_is_final BEFORE UPDATE ON disclosure BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- The line goes only with its case, whose bodies are emptied first; the chain asks for the entry that says so.
CREATE TRIGGER disclosure_stays BEFORE DELETE ON disclosure
WHEN NOT EXISTS (SELECT 1 FROM revision r WHERE r.audit_seq = OLD.revision_seq AND r.body IS NULL)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER shelter_key_is_final BEFORE UPDATE ON shelter_key BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER shelter_key_stays BEFORE DELETE ON shelter_key BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER receiving_key_is_final BEFORE UPDATE ON receiving_key
WHEN NEW.id <> OLD.id OR NEW.recipient <> OLD.recipient OR NEW.made_at <> OLD.made_at OR OLD.ended_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER receiving_key_stays BEFORE DELETE ON receiving_key BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER partner_agency_identity BEFORE UPDATE OF id ON partner_agency
WHEN NEW.id <> OLD.id BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- Keys are added at the end. One that goes, the first as well, is counted among the earlier ones in the same breath.
CREATE TRIGGER partner_agency_pinned BEFORE UPDATE OF recipient, more_recipients, earlier_recipients ON partner_agency
WHEN NEW.earlier_recipients < OLD.earlier_recipients
  OR NEW.earlier_recipients > OLD.earlier_recipients + 1
  OR (NEW.earlier_recipients = OLD.earlier_recipients AND OLD.recipient IS NOT NULL
    AND (NEW.recipient IS NOT OLD.recipient OR substr(NEW.more_recipients, 1, length(OLD.more_recipients)) <> OLD.more_recipients))
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
