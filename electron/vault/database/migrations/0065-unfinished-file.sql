-- Names of files that were to leave the house, by the entry that says that one was begun: told when no end followed, gone with the case.
CREATE TABLE unfinished_file (
  begun_seq INTEGER PRIMARY KEY REFERENCES audit_entry (seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  file_name TEXT NOT NULL
) STRICT;
CREATE INDEX unfinished_file_of_case ON unfinished_file (case_file_id);
