-- The past cannot be changed through SQL: entries and revisions are only ever added. Erasure may only empty a body.
-- Old lines of History may be emptied, whole and for good; the MAC stays, because the next one was made over it (audit/forget-entries.ts).
CREATE TRIGGER audit_entry_is_final BEFORE UPDATE ON audit_entry
WHEN NEW.seq <> OLD.seq OR NEW.epoch <> OLD.epoch OR NEW.mac <> OLD.mac OR NEW.at <> 0 OR NEW.action <> '' OR NEW.detail <> ''
  OR coalesce(NEW.staff_id, NEW.record_kind, NEW.record_id, NEW.revision, NEW.case_file_id, NEW.body_hash, NEW.signature) IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER revision_stays BEFORE DELETE ON revision
WHEN OLD.body IS NOT NULL OR EXISTS (SELECT 1 FROM audit_entry e WHERE e.seq = OLD.audit_seq AND e.action <> '')
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- Ways to reach somebody may be taken out of what was saved, and nothing else of it (records/redact-contact.ts).
CREATE TRIGGER revision_is_final BEFORE UPDATE ON revision
WHEN NEW.audit_seq <> OLD.audit_seq OR NEW.record_kind <> OLD.record_kind
  OR NEW.record_id <> OLD.record_id OR NEW.revision <> OLD.revision
  OR (NEW.body IS NOT NULL AND NEW.body IS NOT (SELECT w.body FROM without_contact w WHERE w.audit_seq = OLD.audit_seq))
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- Saved states that hold ways to reach somebody, as they are without them.
CREATE VIEW without_contact (audit_seq, record_kind, record_id, body) AS
SELECT audit_seq, record_kind, record_id, json_replace(body, '$.safeContact',
  json('{"identifyAs":"","methods":[],"doNotContact":[],"confirmedOn":null}'))
FROM revision WHERE record_kind = 'case-file' AND body IS NOT NULL
  AND (json_array_length(body, '$.safeContact.methods') > 0 OR json_extract(body, '$.safeContact.identifyAs') <> ''
    OR json_array_length(body, '$.safeContact.doNotContact') > 0)
UNION ALL
SELECT audit_seq, record_kind, record_id, json_replace(body, '$.followUp.rules', '')
FROM revision WHERE record_kind = 'case-exit' AND body IS NOT NULL AND json_extract(body, '$.followUp.rules') <> ''
UNION ALL
SELECT audit_seq, record_kind, record_id, json_replace(body, '$.merge.taken.methods', json('[]'),
  '$.merge.taken.doNotContact', json('[]'), '$.merge.taken.identifyAs', '')
FROM revision WHERE record_kind = 'same-person' AND body IS NOT NULL
  AND (json_array_length(body, '$.merge.taken.methods') > 0 OR json_extract(body, '$.merge.taken.identifyAs') <> ''
    OR json_array_length(body, '$.merge.taken.doNotContact') > 0);
CREATE TRIGGER vault_state_identity BEFORE UPDATE OF id, vault_id, created_at ON vault_state
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER staff_member_identity BEFORE UPDATE OF id, sign_in_name ON staff_member
WHEN NEW.id <> OLD.id OR NEW.sign_in_name <> OLD.sign_in_name
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER epoch_key_is_final BEFORE UPDATE ON epoch_key BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER epoch_key_stays BEFORE DELETE ON epoch_key BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- A signature goes only with what it stands under: an old line of History that was emptied (audit/forget-entries.ts).
CREATE TRIGGER audit_signature_is_final BEFORE UPDATE ON audit_signature BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER audit_signature_stays BEFORE DELETE ON audit_signature
WHEN EXISTS (SELECT 1 FROM audit_entry e WHERE e.seq = OLD.seq AND e.action <> '')
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER staff_key_is_final BEFORE UPDATE ON staff_key BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER staff_key_stays BEFORE DELETE ON staff_key BEGIN SELECT RAISE (ABORT, 'immutable'); END;
