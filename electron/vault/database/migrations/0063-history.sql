-- History is read newest first, 100 lines at a time, also where it holds a million: by who, by act, by time, and what was refused
-- (audit/README.md has what each of these was measured to save).
CREATE INDEX audit_entry_of_person ON audit_entry (staff_id, seq);
CREATE INDEX audit_entry_of_act ON audit_entry (action, seq, staff_id);
CREATE INDEX audit_entry_by_time ON audit_entry (at);
CREATE INDEX audit_entry_refused ON audit_entry (seq, staff_id) WHERE detail = 'denied';
