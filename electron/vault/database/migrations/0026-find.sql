-- Finding: whole lists have their orders, and search knows which of its texts belong to a case. The words of records are folded
-- anew by records/renew-search.ts, which also brings intakes and safety plans in.
CREATE INDEX case_file_by_name ON case_file (folded_name, id);
CREATE INDEX case_file_by_change ON case_file (revision_seq);
CREATE INDEX case_file_by_opening ON case_file (opened_on, id);
CREATE INDEX search_text_of_case ON search_text (case_file_id, record_kind);
