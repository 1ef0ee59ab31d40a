-- Derived from migrations/ and schema/ by test/vault/schema.test.ts. To read, not to run.

CREATE INDEX activity_of_day ON activity (on_day) WHERE is_struck = 0;

CREATE INDEX agreement_ending ON agreement (ends_on) WHERE ends_on IS NOT NULL;

CREATE INDEX agreement_of_agency ON agreement (partner_agency_id);

CREATE INDEX amendment_of_case ON amendment (case_file_id);

CREATE INDEX attachment_of_case ON attachment (case_file_id, added_at);

CREATE INDEX audit_entry_by_case ON audit_entry (case_file_id, seq) WHERE case_file_id IS NOT NULL;

CREATE INDEX audit_entry_by_time ON audit_entry (at);

CREATE INDEX audit_entry_of_act ON audit_entry (action, seq, staff_id, at);

CREATE INDEX audit_entry_of_backups ON audit_entry (action, seq) WHERE action >= 'backup.' AND action < 'backup/';

CREATE INDEX audit_entry_of_person ON audit_entry (staff_id, seq, at);

CREATE INDEX audit_entry_refused ON audit_entry (seq, staff_id, at) WHERE detail = 'denied';

CREATE UNIQUE INDEX backup_rule_is_one ON backup_rule ((1));

CREATE UNIQUE INDEX bed_code ON bed (code) WHERE removed_on IS NULL;

CREATE INDEX bed_hold_now ON bed_hold (until_at) WHERE ended_at IS NULL;

CREATE INDEX bed_wait_now ON bed_wait (since_on) WHERE ended_on IS NULL;

CREATE INDEX booking_of_day ON booking (on_day) WHERE is_called_off = 0;

CREATE INDEX break_glass_by_case ON break_glass (case_file_id, staff_id);

CREATE INDEX break_glass_unseen ON break_glass (opened_at) WHERE seen_at IS NULL;

CREATE INDEX caller_log_alerts ON caller_log (asked_at) WHERE is_alert = 1;

CREATE INDEX caller_log_by_time ON caller_log (asked_at, id);

CREATE INDEX caller_words_due ON caller_words (erase_on);

CREATE INDEX case_assignment_by_case ON case_assignment (case_file_id);

CREATE UNIQUE INDEX case_assignment_now ON case_assignment (staff_id, case_file_id) WHERE to_at IS NULL;

CREATE INDEX case_exit_of_case ON case_exit (case_file_id);

CREATE INDEX case_file_by_change ON case_file (revision_seq);

CREATE INDEX case_file_by_name ON case_file (folded_name, id);

CREATE INDEX case_file_by_opening ON case_file (opened_on, id);

CREATE INDEX case_file_by_worker ON case_file (worker_id);

CREATE INDEX case_file_contact_due ON case_file (contact_due_on) WHERE is_open = 1 AND contact_due_on IS NOT NULL;

CREATE INDEX case_file_open_by_change ON case_file (is_open, revision_seq);

CREATE INDEX case_file_open_by_name ON case_file (is_open, folded_name);

CREATE UNIQUE INDEX case_note_corrected_once ON case_note (correction_of) WHERE correction_of IS NOT NULL;

CREATE INDEX case_note_of_case ON case_note (case_file_id, happened_on);

CREATE INDEX case_note_of_conversation ON case_note (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE UNIQUE INDEX compartment_member_once ON compartment_member (staff_id) WHERE to_at IS NULL;

CREATE INDEX conflict_flag_of_one ON conflict_flag (one_case_id) WHERE until_on IS NULL;

CREATE INDEX conflict_flag_of_other ON conflict_flag (other_case_id) WHERE until_on IS NULL;

CREATE INDEX contact_attempt_of_case ON contact_attempt (case_file_id, began_at);

CREATE INDEX conversation_of_case ON conversation (case_file_id, started_at);

CREATE INDEX conversation_of_interpreter ON conversation (interpreter_id) WHERE interpreter_id IS NOT NULL;

CREATE INDEX course_completion_of ON course_completion (staff_id, course_code);

CREATE INDEX disclosure_of_case ON disclosure (case_file_id, sent_at);

CREATE INDEX episode_case ON episode (case_file_id);

CREATE UNIQUE INDEX episode_turn ON episode (earlier_case_id, turn);

CREATE INDEX follow_up_due ON follow_up (due_on) WHERE is_open = 1;

CREATE INDEX follow_up_of_case ON follow_up (case_file_id);

CREATE INDEX gate_override_of ON gate_override (staff_id, gate);

CREATE UNIQUE INDEX group_place_now ON group_place (group_id, case_file_id) WHERE ended_on IS NULL;

CREATE INDEX group_place_of_case ON group_place (case_file_id);

CREATE INDEX group_session_of_group ON group_session (group_id, held_on);

CREATE INDEX hand_over_due ON hand_over (erase_on, written_at);

CREATE UNIQUE INDEX house_place_is_one ON house_place ((1));

CREATE INDEX house_print_by_time ON house_print (printed_at);

CREATE INDEX household_link_of_one ON household_link (one_case_id) WHERE until_on IS NULL;

CREATE INDEX household_link_of_other ON household_link (other_case_id) WHERE until_on IS NULL;

CREATE INDEX htcds_record_of_case ON htcds_record (case_file_id);

CREATE INDEX incident_by_time ON incident (happened_at, id);

CREATE INDEX incident_open ON incident (happened_at) WHERE is_open = 1;

CREATE INDEX interpreter_exclusion_of_case ON interpreter_exclusion (case_file_id);

CREATE INDEX kept_thing_here ON kept_thing (place) WHERE is_here = 1;

CREATE INDEX kept_thing_of_case ON kept_thing (case_file_id, is_here);

CREATE INDEX legal_hold_of_case ON legal_hold (case_file_id);

CREATE INDEX legal_hold_review ON legal_hold (review_due_on) WHERE review_due_on IS NOT NULL;

CREATE INDEX legal_matter_alerts ON legal_matter (first_alert_on) WHERE first_alert_on IS NOT NULL;

CREATE INDEX legal_matter_of_case ON legal_matter (case_file_id);

CREATE INDEX legal_request_due ON legal_request (due_on) WHERE due_on IS NOT NULL;

CREATE INDEX legal_request_of_case ON legal_request (case_file_id);

CREATE INDEX mandated_report_of_case ON mandated_report (case_file_id);

CREATE INDEX mentor_pair_of_mentee ON mentor_pair (mentee_case_id);

CREATE INDEX mentor_pair_of_mentor ON mentor_pair (mentor_case_id);

CREATE INDEX need_due ON need (due_at) WHERE is_open = 1;

CREATE INDEX need_of_case ON need (case_file_id, is_open);

CREATE INDEX need_open_by_urgency ON need (urgency, priority, due_at) WHERE is_open = 1;

CREATE INDEX no_bed_by_day ON no_bed (on_day);

CREATE INDEX other_disclosure_of_case ON other_disclosure (case_file_id, sent_on);

CREATE INDEX own_copy_of_case ON own_copy (case_file_id);

CREATE INDEX package_reply_of_case ON package_reply (case_file_id, received_at);

CREATE INDEX partner_agency_by_name ON partner_agency (folded_name);

CREATE INDEX partner_meeting_of_agency ON partner_meeting (partner_agency_id, held_on);

CREATE INDEX person_causing_harm_of_case ON person_causing_harm (case_file_id);

CREATE INDEX print_of_case ON print (case_file_id);

CREATE INDEX reader_copy_of_agency ON reader_copy (partner_agency_id, handed_over_at);

CREATE INDEX received_package_of_case ON received_package (case_file_id, received_at);

CREATE INDEX received_package_signed_by ON received_package (signing_key);

CREATE INDEX referral_appointment ON referral (appointment_on) WHERE appointment_on IS NOT NULL;

CREATE INDEX referral_chase ON referral (chase_on, chase_at) WHERE chase_on IS NOT NULL OR chase_at IS NOT NULL;

CREATE INDEX referral_of_case ON referral (case_file_id);

CREATE INDEX referral_of_release ON referral (release_id) WHERE release_id IS NOT NULL;

CREATE INDEX release_ending ON release (expires_on) WHERE signed_on IS NOT NULL AND revoked_at IS NULL AND used_up_at IS NULL;

CREATE INDEX release_of_case ON release (case_file_id, starts_on);

CREATE INDEX reply_key_of_case ON reply_key (case_file_id);

CREATE UNIQUE INDEX retention_rules_are_one ON retention_rules ((1));

CREATE INDEX revision_erased ON revision (audit_seq) WHERE body IS NULL;

CREATE UNIQUE INDEX revision_of_record ON revision (record_id, revision);

CREATE INDEX rights_request_due ON rights_request (due_on) WHERE due_on IS NOT NULL;

CREATE INDEX rights_request_of_case ON rights_request (case_file_id);

CREATE INDEX safety_plan_due ON safety_plan (review_due_on);

CREATE UNIQUE INDEX safety_step_of_screening ON safety_step (screening_id);

CREATE INDEX safety_step_open ON safety_step (case_file_id) WHERE is_open = 1;

CREATE INDEX same_person_kept ON same_person (kept_id) WHERE kept_id IS NOT NULL;

CREATE UNIQUE INDEX same_person_merged ON same_person (merged_id) WHERE merged_id IS NOT NULL;

CREATE UNIQUE INDEX same_person_pair ON same_person (min(one_case_id, other_case_id), max(one_case_id, other_case_id));

CREATE INDEX screening_of_case ON screening (case_file_id, done_on);

CREATE INDEX sealed_note_of_case ON sealed_note (case_file_id);

CREATE INDEX search_text_of_case ON search_text (case_file_id, record_kind);

CREATE INDEX sent_reply_of_case ON sent_reply (case_file_id, sent_at);

CREATE INDEX sent_reply_of_package ON sent_reply (received_package_id);

CREATE INDEX service_by_day ON service (case_file_id, given_on);

CREATE INDEX service_by_staff ON service (staff_id, code);

CREATE INDEX service_given ON service (given_on, case_file_id, code) WHERE is_struck = 0;

CREATE UNIQUE INDEX shelter_key_is_one ON shelter_key ((1));

CREATE INDEX staff_key_of ON staff_key (staff_id, since_seq);

CREATE INDEX stay_in_bed ON stay (bed_id, from_on);

CREATE UNIQUE INDEX stay_now_in_bed ON stay (bed_id) WHERE left_on IS NULL;

CREATE UNIQUE INDEX stay_now_of_case ON stay (case_file_id) WHERE left_on IS NULL;

CREATE INDEX stay_of_case ON stay (case_file_id, from_on);

CREATE INDEX story_use_of ON story_use (story_id);

CREATE INDEX supervision_of ON supervision (staff_id, on_day);

CREATE INDEX support_plan_due ON support_plan (next_review_on);

CREATE INDEX support_plan_first_due ON support_plan (first_due_on) WHERE first_due_on IS NOT NULL;

CREATE INDEX table_copy_of_table ON table_copy (issued_table_id);

CREATE INDEX task_due ON task (due_on) WHERE is_open = 1;

CREATE INDEX task_of_case ON task (case_file_id) WHERE case_file_id IS NOT NULL;

CREATE INDEX unfinished_file_of_case ON unfinished_file (case_file_id);

CREATE INDEX vulnerability_view_of_case ON vulnerability_view (case_file_id, looked_on);

CREATE UNIQUE INDEX word_list_is_one ON word_list ((1));

CREATE TABLE activity (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  on_day TEXT NOT NULL,
  is_struck INTEGER NOT NULL CHECK (is_struck IN (0, 1))
) STRICT;

CREATE TABLE agency_address (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  partner_agency_id TEXT NOT NULL UNIQUE REFERENCES partner_agency (id)
) STRICT;

CREATE TABLE agency_address_opening (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  partner_agency_id TEXT NOT NULL REFERENCES partner_agency (id)
) STRICT;

CREATE TABLE agreement (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  partner_agency_id TEXT NOT NULL REFERENCES partner_agency (id),
  ends_on TEXT
) STRICT;

CREATE TABLE amendment (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  amendment_kind TEXT NOT NULL,
  about_id TEXT,
  about_revision INTEGER
) STRICT;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  added_at INTEGER NOT NULL,
  sealed INTEGER NOT NULL CHECK (sealed IN (0, 1)),
  removed_at INTEGER
) STRICT;

CREATE TABLE attachment_content (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  attachment_id TEXT NOT NULL UNIQUE REFERENCES attachment (id),
  blob TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE audit_entry (
  seq INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  staff_id TEXT,
  action TEXT NOT NULL,
  record_kind TEXT,
  record_id TEXT,
  revision INTEGER,
  case_file_id TEXT,
  body_hash BLOB,
  detail TEXT NOT NULL,
  mac BLOB NOT NULL CHECK (length(mac) = 32),
  signature BLOB
) STRICT;

CREATE TABLE audit_signature (
  seq INTEGER PRIMARY KEY REFERENCES audit_entry (seq),
  staff_id TEXT NOT NULL,
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  key_seq INTEGER NOT NULL REFERENCES staff_key (since_seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE backup_made (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  created_at INTEGER NOT NULL,
  commit_seq INTEGER NOT NULL
, gone_on TEXT) STRICT;

CREATE TABLE backup_rule (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq)
) STRICT;

CREATE TABLE bed (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  room_id TEXT NOT NULL REFERENCES room (id),
  code TEXT NOT NULL,
  since_on TEXT NOT NULL,
  removed_on TEXT
) STRICT;

CREATE TABLE bed_hold (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  bed_id TEXT NOT NULL REFERENCES bed (id),
  case_file_id TEXT REFERENCES case_file (id),
  until_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;

CREATE TABLE bed_wait (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  since_on TEXT NOT NULL,
  ended_on TEXT
) STRICT;

CREATE TABLE booking (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT REFERENCES case_file (id),
  room_id TEXT NOT NULL REFERENCES room (id),
  interpreter_id TEXT REFERENCES interpreter (id),
  staff_id TEXT NOT NULL,
  on_day TEXT NOT NULL,
  is_called_off INTEGER NOT NULL CHECK (is_called_off IN (0, 1))
) STRICT;

CREATE TABLE breach (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  breach_kind TEXT NOT NULL,
  known_at INTEGER NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
) STRICT;

CREATE TABLE break_glass (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  opened_at INTEGER NOT NULL,
  -- Null when she did not open it for a while but joined those who work on it.
  until_at INTEGER,
  seen_at INTEGER
) STRICT;

CREATE TABLE caller_log (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  asked_at INTEGER NOT NULL,
  is_threat INTEGER NOT NULL CHECK (is_threat IN (0, 1)),
  is_alert INTEGER NOT NULL CHECK (is_alert IN (0, 1) AND is_alert <= is_threat)
) STRICT;

CREATE TABLE caller_match (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  call_id TEXT NOT NULL REFERENCES caller_log (id),
  matched_on TEXT NOT NULL,
  UNIQUE (case_file_id, call_id)
) STRICT;

CREATE TABLE caller_words (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  call_id TEXT NOT NULL UNIQUE REFERENCES caller_log (id),
  erase_on TEXT NOT NULL
) STRICT;

CREATE TABLE campaign (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  starts_on TEXT NOT NULL,
  state TEXT NOT NULL
) STRICT;

CREATE TABLE case_assignment (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  from_at INTEGER NOT NULL,
  to_at INTEGER,
  opens_sealed INTEGER NOT NULL CHECK (opens_sealed IN (0, 1))
) STRICT;

CREATE TABLE case_exit (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  reason TEXT,
  finished_on TEXT
, left_on TEXT) STRICT;

CREATE TABLE case_file (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_number TEXT NOT NULL UNIQUE,
  name_used TEXT NOT NULL,
  -- Folded, for finding: "nguyen" finds Nguyễn. `folded_names` holds every alias, one a line.
  folded_name TEXT NOT NULL,
  folded_names TEXT NOT NULL,
  status TEXT NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  opened_on TEXT NOT NULL,
  worker_id TEXT REFERENCES staff_member (id)
, latin_names TEXT NOT NULL DEFAULT '', contact_due_on TEXT, taken_in_on TEXT, closed_on TEXT, closing_reason TEXT, gender TEXT) STRICT;

CREATE TABLE case_note (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  note_kind TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  correction_of TEXT REFERENCES case_note (id),
  told_once TEXT,
  may_be_reused INTEGER
, conversation_id TEXT REFERENCES conversation (id)) STRICT;

CREATE TABLE colleague_facts (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  staff_id TEXT NOT NULL UNIQUE REFERENCES staff_member (id),
  agreement_on TEXT,
  minors_on TEXT
) STRICT;

CREATE TABLE compartment_generation (
  generation INTEGER PRIMARY KEY CHECK (generation >= 1),
  compartment_id BLOB NOT NULL CHECK (length(compartment_id) = 16),
  link BLOB CHECK (length(link) = 48),
  is_spent INTEGER NOT NULL DEFAULT 0 CHECK (is_spent IN (0, 1))
) STRICT;

CREATE TABLE compartment_member (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  from_at INTEGER NOT NULL,
  to_at INTEGER
) STRICT;

CREATE TABLE compartment_seal (
  slot_id BLOB PRIMARY KEY CHECK (length(slot_id) = 16),
  public_x BLOB NOT NULL CHECK (length(public_x) = 32),
  sealed BLOB NOT NULL CHECK (length(sealed) = 80)
, vouched BLOB CHECK (length(vouched) = 32)) STRICT;

CREATE TABLE conflict_flag (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  one_case_id TEXT NOT NULL REFERENCES case_file (id),
  other_case_id TEXT REFERENCES case_file (id),
  staff_id TEXT REFERENCES staff_member (id),
  actions TEXT NOT NULL,
  until_on TEXT,
  CHECK ((other_case_id IS NULL) <> (staff_id IS NULL))
) STRICT;

CREATE TABLE contact_attempt (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  began_at INTEGER NOT NULL,
  outcome TEXT
) STRICT;

CREATE TABLE conversation (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  started_at INTEGER NOT NULL,
  started_by TEXT NOT NULL REFERENCES staff_member (id),
  ended_at INTEGER
, interpreter_id TEXT REFERENCES interpreter (id), stopped_unsafe INTEGER NOT NULL DEFAULT 0 CHECK (stopped_unsafe IN (0, 1))) STRICT;

CREATE TABLE course_completion (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  course_code TEXT NOT NULL,
  done_on TEXT NOT NULL,
  expires_on TEXT,
  is_struck INTEGER NOT NULL CHECK (is_struck IN (0, 1))
) STRICT;

CREATE TABLE course_list (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq)
) STRICT;

CREATE TABLE disclosure (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  partner_agency_id TEXT NOT NULL REFERENCES partner_agency (id),
  sent_at INTEGER NOT NULL,
  package_sha256 TEXT NOT NULL CHECK (length(package_sha256) = 64)
) STRICT;

CREATE TABLE draft (
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  target TEXT NOT NULL,
  case_file_id TEXT,
  form_version INTEGER,
  body TEXT NOT NULL,
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (staff_id, target)
) STRICT;

CREATE TABLE environment_check (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  begun_on TEXT NOT NULL,
  finished_on TEXT CHECK (finished_on IS NULL OR finished_on >= begun_on)
) STRICT;

CREATE TABLE episode (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  earlier_case_id TEXT NOT NULL REFERENCES case_file (id),
  -- Of several returns the last one decides who may open the earlier file.
  turn INTEGER NOT NULL,
  agreed INTEGER NOT NULL,
  ended_at INTEGER,
  CHECK (case_file_id <> earlier_case_id)
) STRICT;

CREATE TABLE epoch_key (
  epoch INTEGER PRIMARY KEY CHECK (epoch >= 1),
  vault_key BLOB NOT NULL CHECK (length(vault_key) = 32)
) STRICT;

CREATE TABLE erased_case (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_key TEXT NOT NULL UNIQUE,
  certificate TEXT NOT NULL UNIQUE,
  erased_at INTEGER NOT NULL
) STRICT;

CREATE TABLE erased_part (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  certificate TEXT NOT NULL UNIQUE,
  erased_at INTEGER NOT NULL
) STRICT;

CREATE TABLE follow_up (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  exit_id TEXT NOT NULL REFERENCES case_exit (id),
  due_on TEXT NOT NULL,
  until_on TEXT NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
) STRICT;

CREATE TABLE gate_override (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  gate TEXT NOT NULL CHECK (gate IN ('RECORDS', 'MINORS')),
  case_file_id TEXT REFERENCES case_file (id),
  until_on TEXT NOT NULL
) STRICT;

CREATE TABLE group_place (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  group_id TEXT NOT NULL REFERENCES peer_group (id),
  state TEXT NOT NULL,
  attendance TEXT NOT NULL,
  ended_on TEXT
) STRICT;

CREATE TABLE group_session (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  group_id TEXT NOT NULL REFERENCES peer_group (id),
  held_on TEXT NOT NULL,
  headcount INTEGER NOT NULL CHECK (headcount >= 0),
  new_count INTEGER NOT NULL CHECK (new_count BETWEEN 0 AND headcount)
) STRICT;

CREATE TABLE hand_over (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  written_at INTEGER NOT NULL,
  erase_on TEXT NOT NULL
) STRICT;

CREATE TABLE house_place (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq)
) STRICT;

CREATE TABLE house_print (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  printed_at INTEGER NOT NULL,
  shred_on TEXT NOT NULL
) STRICT;

CREATE TABLE household_link (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  one_case_id TEXT NOT NULL REFERENCES case_file (id),
  other_case_id TEXT NOT NULL REFERENCES case_file (id),
  until_on TEXT
) STRICT;

CREATE TABLE htcds_record (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  to_check INTEGER NOT NULL CHECK (to_check >= 0)
, adult_by_birthday TEXT, gender TEXT, exploitation INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE identification_indicators (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  profile TEXT NOT NULL CHECK (profile IN ('AL', 'CL', 'AS', 'CS')),
  UNIQUE (case_file_id, profile)
) STRICT;

CREATE TABLE incident (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  incident_type TEXT NOT NULL,
  happened_at INTEGER NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
) STRICT;

CREATE TABLE intake (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
  form_version INTEGER NOT NULL
, adult_by_birthday TEXT, adult_by_band TEXT) STRICT;

CREATE TABLE interpreter (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  name TEXT NOT NULL,
  folded_name TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('MAY_BE_ASKED', 'HELD'))
) STRICT;

CREATE TABLE interpreter_exclusion (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  interpreter_id TEXT NOT NULL REFERENCES interpreter (id),
  conversation_id TEXT NOT NULL REFERENCES conversation (id),
  looked_at INTEGER
) STRICT;

CREATE TABLE issued_table (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  period TEXT NOT NULL,
  set_id TEXT NOT NULL,
  mode TEXT NOT NULL CHECK (mode IN ('ROUNDED', 'SUPPRESSED', 'EXACT'))
) STRICT;

CREATE TABLE kept_lists (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  staff_id TEXT NOT NULL UNIQUE REFERENCES staff_member (id)
) STRICT;

CREATE TABLE kept_thing (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  thing_kind TEXT NOT NULL CHECK (thing_kind IN ('BELONGING', 'PAPER', 'DEVICE')),
  place TEXT NOT NULL,
  is_here INTEGER NOT NULL CHECK (is_here IN (0, 1))
) STRICT;

CREATE TABLE leaving (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  staff_id TEXT NOT NULL UNIQUE REFERENCES staff_member (id)
) STRICT;

CREATE TABLE legal_hold (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  started_on TEXT NOT NULL,
  -- Null once it has ended.
  review_due_on TEXT,
  ended_on TEXT
) STRICT;

CREATE TABLE legal_matter (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  type TEXT NOT NULL,
  first_alert_on TEXT
) STRICT;

CREATE TABLE legal_request (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT REFERENCES case_file (id),
  request_state TEXT NOT NULL,
  received_on TEXT NOT NULL,
  due_on TEXT
) STRICT;

CREATE TABLE mandated_report (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  report_trigger TEXT NOT NULL,
  reported_on TEXT NOT NULL
) STRICT;

CREATE TABLE material (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  expires_on TEXT
) STRICT;

CREATE TABLE mentor_pair (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  mentor_case_id TEXT NOT NULL REFERENCES case_file (id),
  mentee_case_id TEXT NOT NULL REFERENCES case_file (id),
  ended_on TEXT,
  CHECK (mentor_case_id <> mentee_case_id)
) STRICT;

CREATE TABLE need (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  urgency TEXT NOT NULL CHECK (urgency IN ('U0', 'U1', 'U2', 'U3', 'U4')),
  status TEXT NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  due_at INTEGER NOT NULL,
  house_sees TEXT NOT NULL CHECK (house_sees IN ('words', 'check-in', 'nothing'))
, domain TEXT NOT NULL DEFAULT '', priority INTEGER NOT NULL DEFAULT 6 CHECK (priority BETWEEN 1 AND 7)) STRICT;

CREATE TABLE no_bed (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  on_day TEXT NOT NULL
) STRICT;

CREATE TABLE other_disclosure (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  way TEXT NOT NULL,
  sent_on TEXT NOT NULL
) STRICT;

CREATE TABLE own_copy (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  request_id TEXT NOT NULL,
  handed_on TEXT NOT NULL
) STRICT;

CREATE TABLE own_look (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  staff_id TEXT NOT NULL UNIQUE REFERENCES staff_member (id)
) STRICT;

CREATE TABLE package_reply (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  disclosure_id TEXT NOT NULL REFERENCES disclosure (id),
  reply_number TEXT NOT NULL UNIQUE CHECK (length(reply_number) = 32),
  received_at INTEGER NOT NULL
) STRICT;

CREATE TABLE partner_agency (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  name TEXT NOT NULL,
  folded_name TEXT NOT NULL,
  recipient TEXT,
  earlier_recipients INTEGER NOT NULL
, more_recipients TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE partner_meeting (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  partner_agency_id TEXT NOT NULL REFERENCES partner_agency (id),
  held_on TEXT NOT NULL
) STRICT;

CREATE TABLE peer_group (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  ended_on TEXT
) STRICT;

CREATE TABLE person_causing_harm (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  let_go INTEGER NOT NULL CHECK (let_go IN (0, 1))
) STRICT;

CREATE TABLE policy_item (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  next_on TEXT
) STRICT;

CREATE TABLE print (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  shred_on TEXT NOT NULL
) STRICT;

CREATE TABLE privileged_box (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id)
) STRICT;

CREATE TABLE privileged_names (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id)
) STRICT;

CREATE TABLE reader_copy (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  partner_agency_id TEXT NOT NULL REFERENCES partner_agency (id),
  handed_over_at INTEGER NOT NULL
) STRICT;

CREATE TABLE received_package (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
  package_id TEXT NOT NULL UNIQUE CHECK (length(package_id) = 64),
  signing_key TEXT NOT NULL CHECK (length(signing_key) = 64),
  words_compared INTEGER NOT NULL CHECK (words_compared IN (0, 1)),
  received_at INTEGER NOT NULL
) STRICT;

CREATE TABLE receiving_key (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  recipient TEXT NOT NULL UNIQUE
, made_at INTEGER NOT NULL DEFAULT 0, ended_at INTEGER) STRICT;

CREATE TABLE referral (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  partner_agency_id TEXT NOT NULL REFERENCES partner_agency (id),
  release_id TEXT REFERENCES release (id),
  is_incoming INTEGER NOT NULL CHECK (is_incoming IN (0, 1)),
  state TEXT NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
  sent_at INTEGER,
  chase_on TEXT,
  chase_at INTEGER,
  appointment_on TEXT
) STRICT;

CREATE TABLE release (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  partner_agency_id TEXT NOT NULL,
  starts_on TEXT NOT NULL,
  expires_on TEXT NOT NULL,
  signed_on TEXT,
  revoked_at INTEGER,
  used_up_at INTEGER
) STRICT;

CREATE TABLE reply_key (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  disclosure_id TEXT NOT NULL UNIQUE REFERENCES disclosure (id),
  package_id TEXT NOT NULL UNIQUE CHECK (length(package_id) = 64)
) STRICT;

CREATE TABLE retention_rules (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq)
) STRICT;

CREATE TABLE revision (
  audit_seq INTEGER PRIMARY KEY REFERENCES audit_entry (seq),
  record_kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  body TEXT
) STRICT;

CREATE TABLE rights_request (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  right_kind TEXT NOT NULL,
  received_on TEXT NOT NULL,
  due_on TEXT,
  restricts INTEGER NOT NULL CHECK (restricts IN (0, 1))
) STRICT;

CREATE TABLE room (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  storey INTEGER NOT NULL CHECK (storey >= 0),
  place INTEGER NOT NULL CHECK (place >= 0)
) STRICT;

CREATE TABLE safety_plan (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
  status TEXT NOT NULL,
  review_due_on TEXT NOT NULL
) STRICT;

CREATE TABLE safety_step (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  screening_id TEXT NOT NULL REFERENCES screening (id),
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
) STRICT;

CREATE TABLE same_person (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  one_case_id TEXT NOT NULL REFERENCES case_file (id),
  other_case_id TEXT NOT NULL REFERENCES case_file (id),
  answer TEXT NOT NULL,
  kept_id TEXT REFERENCES case_file (id),
  merged_id TEXT REFERENCES case_file (id),
  CHECK ((kept_id IS NULL) = (merged_id IS NULL))
) STRICT;

CREATE TABLE screening (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  instrument TEXT NOT NULL,
  instrument_version INTEGER NOT NULL,
  done_on TEXT NOT NULL
) STRICT;

CREATE TABLE screening_opening (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id)
) STRICT;

CREATE TABLE sealed_note (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  correction_of TEXT UNIQUE REFERENCES sealed_note (id)
) STRICT;

CREATE TABLE sealed_opening (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id)
) STRICT;

CREATE TABLE sealed_words (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id)
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (folded, content = 'search_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0');

CREATE TABLE search_text (
  id INTEGER PRIMARY KEY,
  record_kind TEXT NOT NULL,
  record_id TEXT NOT NULL UNIQUE,
  case_file_id TEXT,
  folded TEXT NOT NULL
) STRICT;

CREATE TABLE sent_reply (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  received_package_id TEXT NOT NULL REFERENCES received_package (id),
  reply_number TEXT NOT NULL UNIQUE CHECK (length(reply_number) = 32),
  sent_at INTEGER NOT NULL
) STRICT;

CREATE TABLE service (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  given_on TEXT NOT NULL,
  code TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  is_struck INTEGER NOT NULL CHECK (is_struck IN (0, 1))
) STRICT;

CREATE TABLE shelter_key (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  public_key BLOB NOT NULL CHECK (length(public_key) = 32)
) STRICT;

CREATE TABLE slot_secret (
  slot_id BLOB PRIMARY KEY CHECK (length(slot_id) = 16),
  seal_secret BLOB NOT NULL CHECK (length(seal_secret) = 32)
) STRICT;

CREATE TABLE staff_key (
  since_seq INTEGER PRIMARY KEY REFERENCES audit_entry (seq),
  staff_id TEXT,
  pub_ed BLOB NOT NULL UNIQUE CHECK (length(pub_ed) = 32)
) STRICT;

CREATE TABLE staff_member (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  name TEXT NOT NULL,
  sign_in_name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('director', 'case-manager', 'house-staff', 'clinician', 'legal-advocate',
    'group-facilitator', 'trainer-partner', 'reports', 'auditor')),
  slot_id BLOB NOT NULL,
  disabled_at INTEGER
) STRICT;

CREATE TABLE stats_choice (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
  is_refused INTEGER NOT NULL CHECK (is_refused IN (0, 1))
) STRICT;

CREATE TABLE stay (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  bed_id TEXT NOT NULL REFERENCES bed (id),
  from_on TEXT NOT NULL,
  left_on TEXT CHECK (left_on IS NULL OR left_on >= from_on)
) STRICT;

CREATE TABLE story_consent (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  expires_on TEXT NOT NULL,
  withdrawn_on TEXT
) STRICT;

CREATE TABLE story_use (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  story_id TEXT NOT NULL REFERENCES story_consent (id),
  down_on TEXT
) STRICT;

CREATE TABLE supervision (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  staff_id TEXT NOT NULL REFERENCES staff_member (id),
  on_day TEXT NOT NULL
) STRICT;

CREATE TABLE support_plan (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
  plan_start TEXT NOT NULL,
  next_review_on TEXT NOT NULL
, first_due_on TEXT, last_due_on TEXT) STRICT;

CREATE TABLE table_copy (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  issued_table_id TEXT NOT NULL REFERENCES issued_table (id),
  way TEXT NOT NULL CHECK (way IN ('PAPER', 'FILE'))
) STRICT;

CREATE TABLE task (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT REFERENCES case_file (id),
  for_id TEXT NOT NULL REFERENCES staff_member (id),
  given_by TEXT NOT NULL REFERENCES staff_member (id),
  due_on TEXT NOT NULL,
  is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
) STRICT;

CREATE TABLE trafficking_profile (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id),
  form_version INTEGER NOT NULL
, exploitation INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE TABLE training_gate (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  is_on INTEGER NOT NULL CHECK (is_on IN (0, 1))
) STRICT;

CREATE TABLE unfinished_file (
  begun_seq INTEGER PRIMARY KEY REFERENCES audit_entry (seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  file_name TEXT NOT NULL
) STRICT;

CREATE TABLE vault_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  vault_id BLOB NOT NULL CHECK (length(vault_id) = 16),
  shelter_name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  commit_seq INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  slots_generation INTEGER NOT NULL,
  slots_hash BLOB NOT NULL CHECK (length(slots_hash) = 32),
  recovery_confirmed_at INTEGER,
  lock_after_minutes INTEGER NOT NULL DEFAULT 3 CHECK (lock_after_minutes BETWEEN 1 AND 15)
, unswept INTEGER NOT NULL DEFAULT 0 CHECK (unswept IN (0, 1)), key_due INTEGER NOT NULL DEFAULT 0 CHECK (key_due IN (0, 1))) STRICT;

CREATE TABLE vulnerability_view (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL REFERENCES case_file (id),
  looked_on TEXT NOT NULL
) STRICT;

CREATE TABLE wellbeing_setting (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq)
) STRICT;

CREATE TABLE word_list (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq)
) STRICT;

CREATE TABLE worker_wish (
  id TEXT PRIMARY KEY,
  revision_seq INTEGER NOT NULL REFERENCES revision (audit_seq),
  case_file_id TEXT NOT NULL UNIQUE REFERENCES case_file (id)
) STRICT;

CREATE TRIGGER agency_address_identity BEFORE UPDATE OF id, partner_agency_id ON agency_address
WHEN NEW.id <> OLD.id OR NEW.partner_agency_id <> OLD.partner_agency_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER agency_address_opening_is_final BEFORE UPDATE ON agency_address_opening BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER agreement_identity BEFORE UPDATE OF id, partner_agency_id ON agreement
WHEN NEW.id <> OLD.id OR NEW.partner_agency_id <> OLD.partner_agency_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER amendment_is_final BEFORE UPDATE ON amendment BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER attachment_content_is_final BEFORE UPDATE ON attachment_content BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER attachment_identity BEFORE UPDATE ON attachment
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.added_at <> OLD.added_at OR NEW.sealed <> OLD.sealed
  OR (OLD.removed_at IS NOT NULL AND NEW.removed_at IS NOT OLD.removed_at)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER audit_entry_is_final BEFORE UPDATE ON audit_entry
WHEN NEW.seq <> OLD.seq OR NEW.epoch <> OLD.epoch OR NEW.mac <> OLD.mac OR NEW.at <> 0 OR NEW.action <> '' OR NEW.detail <> ''
  OR coalesce(NEW.staff_id, NEW.record_kind, NEW.record_id, NEW.revision, NEW.case_file_id, NEW.body_hash, NEW.signature) IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER audit_entry_stays BEFORE DELETE ON audit_entry BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER audit_signature_is_final BEFORE UPDATE ON audit_signature BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER audit_signature_stays BEFORE DELETE ON audit_signature
WHEN EXISTS (SELECT 1 FROM audit_entry e WHERE e.seq = OLD.seq AND e.action <> '')
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER bed_hold_identity BEFORE UPDATE ON bed_hold
WHEN NEW.id <> OLD.id OR NEW.bed_id <> OLD.bed_id OR NEW.case_file_id IS NOT OLD.case_file_id OR NEW.until_at <> OLD.until_at
  OR OLD.ended_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER bed_identity BEFORE UPDATE ON bed
WHEN NEW.id <> OLD.id OR NEW.room_id <> OLD.room_id OR NEW.since_on <> OLD.since_on
  OR (OLD.removed_on IS NOT NULL AND NEW.removed_on IS NOT OLD.removed_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER bed_wait_identity BEFORE UPDATE ON bed_wait
WHEN NEW.id <> OLD.id OR NEW.since_on <> OLD.since_on OR OLD.ended_on IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER booking_identity BEFORE UPDATE ON booking
WHEN NEW.id <> OLD.id OR NEW.case_file_id IS NOT OLD.case_file_id OR NEW.room_id <> OLD.room_id
  OR NEW.interpreter_id IS NOT OLD.interpreter_id OR NEW.staff_id <> OLD.staff_id OR NEW.on_day <> OLD.on_day
  OR (OLD.is_called_off = 1 AND NEW.is_called_off <> OLD.is_called_off)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER breach_identity BEFORE UPDATE OF id, breach_kind, known_at ON breach
WHEN NEW.id <> OLD.id OR NEW.breach_kind <> OLD.breach_kind OR NEW.known_at <> OLD.known_at
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER break_glass_identity BEFORE UPDATE OF id, case_file_id, staff_id, opened_at, until_at ON break_glass
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.staff_id <> OLD.staff_id
  OR NEW.opened_at <> OLD.opened_at OR NEW.until_at IS NOT OLD.until_at
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER break_glass_seen_once BEFORE UPDATE ON break_glass WHEN OLD.seen_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER caller_log_identity BEFORE UPDATE OF id, asked_at, is_threat ON caller_log
WHEN NEW.id <> OLD.id OR NEW.asked_at <> OLD.asked_at OR NEW.is_threat <> OLD.is_threat
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER caller_log_stays BEFORE DELETE ON caller_log BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER caller_match_is_final BEFORE UPDATE ON caller_match BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER caller_words_are_final BEFORE UPDATE ON caller_words BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER caller_words_stay BEFORE DELETE ON caller_words
WHEN NOT EXISTS (SELECT 1 FROM revision r WHERE r.audit_seq = OLD.revision_seq AND r.body IS NULL)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER case_assignment_ends_once BEFORE UPDATE ON case_assignment WHEN OLD.to_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER case_assignment_identity BEFORE UPDATE OF id, case_file_id, staff_id, from_at ON case_assignment
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.staff_id <> OLD.staff_id OR NEW.from_at <> OLD.from_at
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER case_exit_identity BEFORE UPDATE ON case_exit
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
  OR (OLD.finished_on IS NOT NULL AND (NEW.finished_on IS NOT OLD.finished_on OR NEW.reason IS NOT OLD.reason))
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER case_file_identity BEFORE UPDATE OF id, case_number, opened_on ON case_file
WHEN NEW.id <> OLD.id OR NEW.case_number <> OLD.case_number OR NEW.opened_on <> OLD.opened_on
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER case_note_is_final BEFORE UPDATE ON case_note BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER colleague_facts_identity BEFORE UPDATE OF id, staff_id ON colleague_facts
WHEN NEW.id <> OLD.id OR NEW.staff_id <> OLD.staff_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER compartment_member_identity BEFORE UPDATE ON compartment_member
WHEN NEW.id <> OLD.id OR NEW.staff_id <> OLD.staff_id OR NEW.from_at <> OLD.from_at OR OLD.to_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER conflict_flag_identity BEFORE UPDATE ON conflict_flag
WHEN NEW.id <> OLD.id OR NEW.one_case_id <> OLD.one_case_id OR NEW.other_case_id IS NOT OLD.other_case_id
  OR NEW.staff_id IS NOT OLD.staff_id OR (OLD.until_on IS NOT NULL AND NEW.until_on IS NOT OLD.until_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER contact_attempt_identity BEFORE UPDATE ON contact_attempt
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.began_at <> OLD.began_at
  OR (OLD.outcome IS NOT NULL AND NEW.outcome IS NOT OLD.outcome)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER conversation_identity BEFORE UPDATE ON conversation
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.started_at <> OLD.started_at
  OR NEW.started_by <> OLD.started_by OR OLD.ended_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER course_completion_identity BEFORE UPDATE ON course_completion
WHEN NEW.id <> OLD.id OR NEW.staff_id <> OLD.staff_id OR NEW.course_code <> OLD.course_code OR NEW.done_on <> OLD.done_on
  OR NEW.expires_on IS NOT OLD.expires_on OR OLD.is_struck = 1
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER disclosure_is_final BEFORE UPDATE ON disclosure BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER disclosure_stays BEFORE DELETE ON disclosure
WHEN NOT EXISTS (SELECT 1 FROM revision r WHERE r.audit_seq = OLD.revision_seq AND r.body IS NULL)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER environment_check_identity BEFORE UPDATE ON environment_check
WHEN NEW.id <> OLD.id OR NEW.begun_on <> OLD.begun_on
  OR (OLD.finished_on IS NOT NULL AND NEW.finished_on IS NOT OLD.finished_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER episode_identity BEFORE UPDATE ON episode
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.earlier_case_id <> OLD.earlier_case_id
  OR NEW.turn <> OLD.turn OR (OLD.ended_at IS NOT NULL AND NEW.ended_at IS NOT OLD.ended_at)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER epoch_key_is_final BEFORE UPDATE ON epoch_key BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER epoch_key_stays BEFORE DELETE ON epoch_key BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER erased_case_identity BEFORE UPDATE OF id, case_key, certificate, erased_at ON erased_case
WHEN NEW.id <> OLD.id OR NEW.case_key <> OLD.case_key OR NEW.certificate <> OLD.certificate OR NEW.erased_at <> OLD.erased_at
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER erased_case_stays BEFORE DELETE ON erased_case BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER erased_part_identity BEFORE UPDATE ON erased_part BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER erased_part_stays BEFORE DELETE ON erased_part BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER follow_up_identity BEFORE UPDATE OF id, case_file_id, exit_id, until_on ON follow_up
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.exit_id <> OLD.exit_id OR NEW.until_on <> OLD.until_on
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER gate_override_is_final BEFORE UPDATE ON gate_override BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER group_place_identity BEFORE UPDATE ON group_place
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.group_id <> OLD.group_id
  OR (OLD.ended_on IS NOT NULL AND NEW.ended_on IS NOT OLD.ended_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER group_session_identity BEFORE UPDATE OF id, group_id ON group_session
WHEN NEW.id <> OLD.id OR NEW.group_id <> OLD.group_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER hand_over_identity BEFORE UPDATE OF id, written_at, erase_on ON hand_over
WHEN NEW.id <> OLD.id OR NEW.written_at <> OLD.written_at OR NEW.erase_on <> OLD.erase_on
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER house_print_is_final BEFORE UPDATE ON house_print BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER household_link_identity BEFORE UPDATE ON household_link
WHEN NEW.id <> OLD.id OR NEW.one_case_id <> OLD.one_case_id OR NEW.other_case_id <> OLD.other_case_id
  OR (OLD.until_on IS NOT NULL AND NEW.until_on IS NOT OLD.until_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER htcds_record_identity BEFORE UPDATE OF id, case_file_id ON htcds_record
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER identification_indicators_identity BEFORE UPDATE OF id, case_file_id, profile ON identification_indicators
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.profile <> OLD.profile
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER incident_identity BEFORE UPDATE ON incident
WHEN NEW.id <> OLD.id OR NEW.incident_type <> OLD.incident_type OR NEW.happened_at <> OLD.happened_at OR OLD.is_open = 0
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER incident_stays BEFORE DELETE ON incident
WHEN NOT EXISTS (SELECT 1 FROM revision r WHERE r.audit_seq = OLD.revision_seq AND r.body IS NULL)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER intake_identity BEFORE UPDATE ON intake
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.form_version < OLD.form_version
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER interpreter_exclusion_identity BEFORE UPDATE ON interpreter_exclusion
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.interpreter_id <> OLD.interpreter_id
  OR NEW.conversation_id <> OLD.conversation_id OR (OLD.looked_at IS NOT NULL AND NEW.looked_at IS NOT OLD.looked_at)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER interpreter_identity BEFORE UPDATE OF id ON interpreter WHEN NEW.id <> OLD.id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER issued_table_is_final BEFORE UPDATE ON issued_table BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER issued_table_stays BEFORE DELETE ON issued_table BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER kept_lists_identity BEFORE UPDATE OF id, staff_id ON kept_lists
WHEN NEW.id <> OLD.id OR NEW.staff_id <> OLD.staff_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER kept_thing_identity BEFORE UPDATE ON kept_thing
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.thing_kind <> OLD.thing_kind OR OLD.is_here = 0
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER leaving_identity BEFORE UPDATE OF id, staff_id ON leaving
WHEN NEW.id <> OLD.id OR NEW.staff_id <> OLD.staff_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER legal_hold_identity BEFORE UPDATE ON legal_hold
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.started_on <> OLD.started_on
  OR (OLD.ended_on IS NOT NULL AND NEW.ended_on IS NOT OLD.ended_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER legal_matter_identity BEFORE UPDATE OF id, case_file_id ON legal_matter
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER legal_request_identity BEFORE UPDATE OF id, case_file_id, received_on ON legal_request
WHEN NEW.id <> OLD.id OR NEW.case_file_id IS NOT OLD.case_file_id OR NEW.received_on <> OLD.received_on
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER mandated_report_is_final BEFORE UPDATE ON mandated_report
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER mentor_pair_identity BEFORE UPDATE ON mentor_pair
WHEN NEW.id <> OLD.id OR NEW.mentor_case_id <> OLD.mentor_case_id OR NEW.mentee_case_id <> OLD.mentee_case_id
  OR OLD.ended_on IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER need_identity BEFORE UPDATE OF id, case_file_id ON need
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER no_bed_is_final BEFORE UPDATE ON no_bed BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER other_disclosure_is_final BEFORE UPDATE ON other_disclosure
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER other_disclosure_stays BEFORE DELETE ON other_disclosure
WHEN NOT EXISTS (SELECT 1 FROM revision r WHERE r.audit_seq = OLD.revision_seq AND r.body IS NULL)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER own_copy_is_final BEFORE UPDATE ON own_copy BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER own_look_identity BEFORE UPDATE OF id, staff_id ON own_look
WHEN NEW.id <> OLD.id OR NEW.staff_id <> OLD.staff_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER package_reply_is_final BEFORE UPDATE ON package_reply BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER partner_agency_identity BEFORE UPDATE OF id ON partner_agency
WHEN NEW.id <> OLD.id BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER partner_agency_pinned BEFORE UPDATE OF recipient, more_recipients, earlier_recipients ON partner_agency
WHEN NEW.earlier_recipients < OLD.earlier_recipients
  OR NEW.earlier_recipients > OLD.earlier_recipients + 1
  OR (NEW.earlier_recipients = OLD.earlier_recipients AND OLD.recipient IS NOT NULL
    AND (NEW.recipient IS NOT OLD.recipient OR substr(NEW.more_recipients, 1, length(OLD.more_recipients)) <> OLD.more_recipients))
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER partner_meeting_identity BEFORE UPDATE OF id, partner_agency_id ON partner_meeting
WHEN NEW.id <> OLD.id OR NEW.partner_agency_id <> OLD.partner_agency_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER peer_group_identity BEFORE UPDATE ON peer_group
WHEN NEW.id <> OLD.id OR (OLD.ended_on IS NOT NULL AND NEW.ended_on IS NOT OLD.ended_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER person_causing_harm_identity BEFORE UPDATE OF id, case_file_id ON person_causing_harm
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER print_is_final BEFORE UPDATE ON print BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER privileged_box_identity BEFORE UPDATE OF id, case_file_id ON privileged_box
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER privileged_names_identity BEFORE UPDATE OF id, case_file_id ON privileged_names
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER reader_copy_is_final BEFORE UPDATE ON reader_copy BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER received_package_is_final BEFORE UPDATE ON received_package BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER receiving_key_is_final BEFORE UPDATE ON receiving_key
WHEN NEW.id <> OLD.id OR NEW.recipient <> OLD.recipient OR NEW.made_at <> OLD.made_at OR OLD.ended_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER receiving_key_stays BEFORE DELETE ON receiving_key BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER referral_identity BEFORE UPDATE ON referral
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.is_incoming <> OLD.is_incoming
  OR (OLD.sent_at IS NOT NULL AND (NEW.sent_at IS NOT OLD.sent_at OR NEW.partner_agency_id <> OLD.partner_agency_id
    OR NEW.release_id IS NOT OLD.release_id))
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER release_identity BEFORE UPDATE OF id, case_file_id ON release
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER release_only_ends BEFORE UPDATE ON release
WHEN (OLD.signed_on IS NOT NULL AND NEW.signed_on IS NOT OLD.signed_on)
  OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NOT OLD.revoked_at)
  OR (OLD.used_up_at IS NOT NULL AND NEW.used_up_at IS NOT OLD.used_up_at)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER release_terms BEFORE UPDATE OF partner_agency_id, starts_on, expires_on ON release
WHEN OLD.signed_on IS NOT NULL
  AND (NEW.partner_agency_id <> OLD.partner_agency_id OR NEW.starts_on <> OLD.starts_on OR NEW.expires_on <> OLD.expires_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER reply_key_is_final BEFORE UPDATE ON reply_key BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER revision_is_final BEFORE UPDATE ON revision
WHEN NEW.audit_seq <> OLD.audit_seq OR NEW.record_kind <> OLD.record_kind
  OR NEW.record_id <> OLD.record_id OR NEW.revision <> OLD.revision
  OR (NEW.body IS NOT NULL AND NEW.body IS NOT (SELECT w.body FROM without_contact w WHERE w.audit_seq = OLD.audit_seq))
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER revision_stays BEFORE DELETE ON revision
WHEN OLD.body IS NOT NULL OR EXISTS (SELECT 1 FROM audit_entry e WHERE e.seq = OLD.audit_seq AND e.action <> '')
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER rights_request_identity BEFORE UPDATE OF id, case_file_id, right_kind, received_on ON rights_request
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.right_kind <> OLD.right_kind
  OR NEW.received_on <> OLD.received_on
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER room_identity BEFORE UPDATE OF id ON room WHEN NEW.id <> OLD.id BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER safety_plan_identity BEFORE UPDATE OF id, case_file_id ON safety_plan
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER safety_step_identity BEFORE UPDATE OF id, case_file_id, screening_id ON safety_step
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.screening_id <> OLD.screening_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER same_person_identity BEFORE UPDATE OF id, one_case_id, other_case_id ON same_person
WHEN NEW.id <> OLD.id OR NEW.one_case_id <> OLD.one_case_id OR NEW.other_case_id <> OLD.other_case_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER same_person_one_at_a_time BEFORE UPDATE OF merged_id ON same_person
WHEN OLD.merged_id IS NOT NULL AND NEW.merged_id IS NOT NULL AND NEW.merged_id <> OLD.merged_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER screening_identity BEFORE UPDATE OF id, case_file_id, instrument, instrument_version, done_on ON screening
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.instrument <> OLD.instrument
  OR NEW.instrument_version <> OLD.instrument_version OR NEW.done_on <> OLD.done_on
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER screening_opening_is_final BEFORE UPDATE ON screening_opening BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER sealed_note_is_final BEFORE UPDATE ON sealed_note BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER sealed_opening_is_final BEFORE UPDATE ON sealed_opening BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER sealed_words_identity BEFORE UPDATE OF id, case_file_id ON sealed_words
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
  INSERT INTO search_index (rowid, folded) VALUES (NEW.id, NEW.folded);
END;

CREATE TRIGGER search_text_changed AFTER UPDATE OF folded ON search_text BEGIN
  INSERT INTO search_index (search_index, rowid, folded) VALUES ('delete', OLD.id, OLD.folded);
  INSERT INTO search_index (rowid, folded) VALUES (NEW.id, NEW.folded);
END;

CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN
  INSERT INTO search_index (search_index, rowid, folded) VALUES ('delete', OLD.id, OLD.folded);
END;

CREATE TRIGGER sent_reply_is_final BEFORE UPDATE ON sent_reply BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER service_identity BEFORE UPDATE OF id, case_file_id, staff_id ON service
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.staff_id <> OLD.staff_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER shelter_key_is_final BEFORE UPDATE ON shelter_key BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER shelter_key_stays BEFORE DELETE ON shelter_key BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER staff_key_is_final BEFORE UPDATE ON staff_key BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER staff_key_stays BEFORE DELETE ON staff_key BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER staff_member_identity BEFORE UPDATE OF id, sign_in_name ON staff_member
WHEN NEW.id <> OLD.id OR NEW.sign_in_name <> OLD.sign_in_name
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER stats_choice_identity BEFORE UPDATE OF id, case_file_id ON stats_choice
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER stay_identity BEFORE UPDATE ON stay
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.bed_id <> OLD.bed_id OR NEW.from_on <> OLD.from_on
  OR OLD.left_on IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER story_taken_back BEFORE UPDATE OF id, withdrawn_on ON story_consent
WHEN NEW.id <> OLD.id OR (OLD.withdrawn_on IS NOT NULL AND NEW.withdrawn_on IS NOT OLD.withdrawn_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER story_use_identity BEFORE UPDATE OF id, story_id, down_on ON story_use
WHEN NEW.id <> OLD.id OR NEW.story_id <> OLD.story_id OR (OLD.down_on IS NOT NULL AND NEW.down_on IS NOT OLD.down_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER supervision_identity BEFORE UPDATE OF id, staff_id, on_day ON supervision
WHEN NEW.id <> OLD.id OR NEW.staff_id <> OLD.staff_id OR NEW.on_day <> OLD.on_day
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER support_plan_identity BEFORE UPDATE OF id, case_file_id ON support_plan
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER table_copy_is_final BEFORE UPDATE ON table_copy BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER task_identity BEFORE UPDATE OF id, case_file_id, given_by ON task
WHEN NEW.id <> OLD.id OR NEW.case_file_id IS NOT OLD.case_file_id OR NEW.given_by <> OLD.given_by
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER trafficking_profile_identity BEFORE UPDATE ON trafficking_profile
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.form_version < OLD.form_version
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER unfinished_file_identity BEFORE UPDATE ON unfinished_file BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER vault_state_identity BEFORE UPDATE OF id, vault_id, created_at ON vault_state
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER vulnerability_view_is_final BEFORE UPDATE ON vulnerability_view BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE TRIGGER worker_wish_identity BEFORE UPDATE OF id, case_file_id ON worker_wish
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;

CREATE VIEW earlier_file (case_file_id, now_case_id, agreed, episode_id) AS
SELECT e.earlier_case_id, coalesce((SELECT kept_id FROM same_person WHERE merged_id = e.case_file_id), e.case_file_id), e.agreed, e.id
FROM episode e WHERE e.ended_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM episode l WHERE l.earlier_case_id = e.earlier_case_id AND l.ended_at IS NULL AND l.turn > e.turn)
UNION ALL
SELECT s.merged_id, coalesce((SELECT kept_id FROM same_person WHERE merged_id = e.case_file_id), e.case_file_id), e.agreed, e.id
FROM episode e JOIN same_person s ON s.kept_id = e.earlier_case_id WHERE e.ended_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM episode l WHERE l.earlier_case_id = e.earlier_case_id AND l.ended_at IS NULL AND l.turn > e.turn);

CREATE VIEW flagged_apart (case_file_id, from_case_id, from_staff_id, flag_id, actions) AS
SELECT one_case_id, other_case_id, staff_id, id, actions FROM conflict_flag WHERE until_on IS NULL
UNION ALL
SELECT other_case_id, one_case_id, NULL, id, actions FROM conflict_flag WHERE until_on IS NULL AND other_case_id IS NOT NULL
-- What keeps a part of a case apart keeps the whole apart.
UNION ALL
SELECT s.kept_id, f.other_case_id, f.staff_id, f.id, f.actions FROM conflict_flag f JOIN same_person s ON s.merged_id = f.one_case_id
WHERE f.until_on IS NULL
UNION ALL
SELECT s.kept_id, f.one_case_id, NULL, f.id, f.actions FROM conflict_flag f JOIN same_person s ON s.merged_id = f.other_case_id
WHERE f.until_on IS NULL
UNION ALL
SELECT f.other_case_id, s.kept_id, NULL, f.id, f.actions FROM conflict_flag f JOIN same_person s ON s.merged_id = f.one_case_id
WHERE f.until_on IS NULL AND f.other_case_id IS NOT NULL
UNION ALL
SELECT f.one_case_id, s.kept_id, NULL, f.id, f.actions FROM conflict_flag f JOIN same_person s ON s.merged_id = f.other_case_id
WHERE f.until_on IS NULL;

CREATE VIEW kept_apart (case_file_id, from_case_id, from_staff_id, flag_id, actions) AS
SELECT case_file_id, from_case_id, from_staff_id, flag_id, actions FROM flagged_apart
UNION ALL
SELECT f.now_case_id, k.from_case_id, k.from_staff_id, k.flag_id, k.actions
FROM earlier_file f JOIN flagged_apart k ON k.case_file_id = f.case_file_id
UNION ALL
SELECT k.case_file_id, f.now_case_id, NULL, k.flag_id, k.actions
FROM earlier_file f JOIN flagged_apart k ON k.from_case_id = f.case_file_id
UNION ALL
SELECT f.now_case_id, o.now_case_id, NULL, k.flag_id, k.actions
FROM earlier_file f JOIN flagged_apart k ON k.case_file_id = f.case_file_id JOIN earlier_file o ON o.case_file_id = k.from_case_id;

CREATE VIEW sealed_file (case_file_id) AS SELECT case_file_id FROM earlier_file WHERE agreed = 0;

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

CREATE VIEW works_on (case_file_id, staff_id, opens_sealed) AS
SELECT case_file_id, staff_id, opens_sealed FROM case_assignment
WHERE to_at IS NULL AND case_file_id NOT IN (SELECT case_file_id FROM earlier_file)
UNION ALL
SELECT c.id, c.worker_id, 1 FROM case_file c
WHERE c.worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM case_assignment a WHERE a.case_file_id = c.id)
  AND c.id NOT IN (SELECT case_file_id FROM earlier_file)
UNION ALL
SELECT c.id, e.staff_id, 1 FROM case_file c JOIN revision r ON r.record_id = c.id AND r.revision = 1 JOIN audit_entry e ON e.seq = r.audit_seq
WHERE c.worker_id IS NULL AND NOT EXISTS (SELECT 1 FROM case_assignment a WHERE a.case_file_id = c.id)
  AND c.id NOT IN (SELECT case_file_id FROM earlier_file)
-- Who works on a case works on its parts; a case that has parts has its assignments written down. Sealed words need a list of their own.
UNION ALL
SELECT s.merged_id, a.staff_id, 0 FROM same_person s JOIN case_assignment a ON a.case_file_id = s.kept_id AND a.to_at IS NULL
WHERE s.merged_id IS NOT NULL AND s.merged_id NOT IN (SELECT case_file_id FROM earlier_file)
-- An earlier file of somebody who came back belongs to nobody of then; with her agreement it opens to who works with her now. Said
-- once for each way of working on a case: a view over another one is worked out whole for every question.
UNION ALL
SELECT f.case_file_id, a.staff_id, a.opens_sealed FROM earlier_file f JOIN case_assignment a ON a.case_file_id = f.now_case_id AND a.to_at IS NULL
WHERE f.agreed = 1
UNION ALL
SELECT f.case_file_id, c.worker_id, 1 FROM earlier_file f JOIN case_file c ON c.id = f.now_case_id
WHERE f.agreed = 1 AND c.worker_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM case_assignment a WHERE a.case_file_id = c.id)
UNION ALL
SELECT f.case_file_id, e.staff_id, 1 FROM earlier_file f JOIN case_file c ON c.id = f.now_case_id
  JOIN revision r ON r.record_id = c.id AND r.revision = 1 JOIN audit_entry e ON e.seq = r.audit_seq
WHERE f.agreed = 1 AND c.worker_id IS NULL AND NOT EXISTS (SELECT 1 FROM case_assignment a WHERE a.case_file_id = c.id);
