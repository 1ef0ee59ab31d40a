-- History is read newest first, 100 lines at a time, also where it holds a million: by who, by act, by time, and what was refused. Each
-- index holds the time as well, so that what is not of the days asked for is passed over without a look at it (audit/README.md).
CREATE INDEX audit_entry_of_person ON audit_entry (staff_id, seq, at);
CREATE INDEX audit_entry_of_act ON audit_entry (action, seq, staff_id, at);
CREATE INDEX audit_entry_by_time ON audit_entry (at);
CREATE INDEX audit_entry_refused ON audit_entry (seq, staff_id, at) WHERE detail = 'denied';
