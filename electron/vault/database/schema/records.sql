-- What may never change about a record, whoever asks: whose it is. (The chain keeps the rest honest.)
CREATE TRIGGER release_identity BEFORE UPDATE OF id, case_file_id ON release
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER release_terms BEFORE UPDATE OF partner_agency_id, starts_on, expires_on ON release
WHEN OLD.signed_on IS NOT NULL
  AND (NEW.partner_agency_id <> OLD.partner_agency_id OR NEW.starts_on <> OLD.starts_on OR NEW.expires_on <> OLD.expires_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER case_note_is_final BEFORE UPDATE ON case_note BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER case_file_identity BEFORE UPDATE OF id, case_number, opened_on ON case_file
WHEN NEW.id <> OLD.id OR NEW.case_number <> OLD.case_number OR NEW.opened_on <> OLD.opened_on
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER need_identity BEFORE UPDATE OF id, case_file_id ON need
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER legal_matter_identity BEFORE UPDATE OF id, case_file_id ON legal_matter
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER privileged_box_identity BEFORE UPDATE OF id, case_file_id ON privileged_box
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER privileged_names_identity BEFORE UPDATE OF id, case_file_id ON privileged_names
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- A finished exit stays as it was; who comes back and moves out again has another one.
CREATE TRIGGER case_exit_identity BEFORE UPDATE ON case_exit
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
  OR (OLD.finished_on IS NOT NULL AND (NEW.finished_on IS NOT OLD.finished_on OR NEW.reason IS NOT OLD.reason))
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER follow_up_identity BEFORE UPDATE OF id, case_file_id, exit_id, until_on ON follow_up
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.exit_id <> OLD.exit_id OR NEW.until_on <> OLD.until_on
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER service_identity BEFORE UPDATE OF id, case_file_id, staff_id ON service
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.staff_id <> OLD.staff_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER task_identity BEFORE UPDATE OF id, case_file_id, given_by ON task
WHEN NEW.id <> OLD.id OR NEW.case_file_id IS NOT OLD.case_file_id OR NEW.given_by <> OLD.given_by
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER safety_plan_identity BEFORE UPDATE OF id, case_file_id ON safety_plan
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER support_plan_identity BEFORE UPDATE OF id, case_file_id ON support_plan
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- An answer is shown for ever with the form it was given to: a later save may move to a newer form, never to an older one.
CREATE TRIGGER intake_identity BEFORE UPDATE ON intake
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.form_version < OLD.form_version
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER sealed_words_identity BEFORE UPDATE OF id, case_file_id ON sealed_words
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER sealed_opening_is_final BEFORE UPDATE ON sealed_opening BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- What she signed stays signed, what she took back stays taken back, what was used up stays used up.
CREATE TRIGGER release_only_ends BEFORE UPDATE ON release
WHEN (OLD.signed_on IS NOT NULL AND NEW.signed_on IS NOT OLD.signed_on)
  OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NOT OLD.revoked_at)
  OR (OLD.used_up_at IS NOT NULL AND NEW.used_up_at IS NOT OLD.used_up_at)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER screening_identity BEFORE UPDATE OF id, case_file_id, instrument, instrument_version, done_on ON screening
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.instrument <> OLD.instrument
  OR NEW.instrument_version <> OLD.instrument_version OR NEW.done_on <> OLD.done_on
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER safety_step_identity BEFORE UPDATE OF id, case_file_id, screening_id ON safety_step
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.screening_id <> OLD.screening_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER screening_opening_is_final BEFORE UPDATE ON screening_opening BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER htcds_record_identity BEFORE UPDATE OF id, case_file_id ON htcds_record
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER trafficking_profile_identity BEFORE UPDATE ON trafficking_profile
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.form_version < OLD.form_version
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER person_causing_harm_identity BEFORE UPDATE OF id, case_file_id ON person_causing_harm
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER identification_indicators_identity BEFORE UPDATE OF id, case_file_id, profile ON identification_indicators
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.profile <> OLD.profile
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER vulnerability_view_is_final BEFORE UPDATE ON vulnerability_view BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- How a try went is said once; when it was made never changes.
CREATE TRIGGER contact_attempt_identity BEFORE UPDATE ON contact_attempt
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.began_at <> OLD.began_at
  OR (OLD.outcome IS NOT NULL AND NEW.outcome IS NOT OLD.outcome)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER print_is_final BEFORE UPDATE ON print BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER reply_key_is_final BEFORE UPDATE ON reply_key BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER package_reply_is_final BEFORE UPDATE ON package_reply BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER received_package_is_final BEFORE UPDATE ON received_package BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER sent_reply_is_final BEFORE UPDATE ON sent_reply BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER reader_copy_is_final BEFORE UPDATE ON reader_copy BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- Whose conversation it was, and when, never changes; what is over stays over.
CREATE TRIGGER conversation_identity BEFORE UPDATE ON conversation
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.started_at <> OLD.started_at
  OR NEW.started_by <> OLD.started_by OR OLD.ended_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER interpreter_identity BEFORE UPDATE OF id ON interpreter WHEN NEW.id <> OLD.id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- Left out of a case stays left out; that the director looked is never taken back.
CREATE TRIGGER interpreter_exclusion_identity BEFORE UPDATE ON interpreter_exclusion
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.interpreter_id <> OLD.interpreter_id
  OR NEW.conversation_id <> OLD.conversation_id OR (OLD.looked_at IS NOT NULL AND NEW.looked_at IS NOT OLD.looked_at)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- What was added stays what it was, and what was taken away stays away.
CREATE TRIGGER attachment_identity BEFORE UPDATE ON attachment
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.added_at <> OLD.added_at OR NEW.sealed <> OLD.sealed
  OR (OLD.removed_at IS NOT NULL AND NEW.removed_at IS NOT OLD.removed_at)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER attachment_content_is_final BEFORE UPDATE ON attachment_content BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER sealed_note_is_final BEFORE UPDATE ON sealed_note BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- Who was let in, and when, stays; who was taken out comes in again as somebody new.
CREATE TRIGGER compartment_member_identity BEFORE UPDATE ON compartment_member
WHEN NEW.id <> OLD.id OR NEW.staff_id <> OLD.staff_id OR NEW.from_at <> OLD.from_at OR OLD.to_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- A hold that has ended stays ended: a new reason is a new hold.
CREATE TRIGGER legal_hold_identity BEFORE UPDATE ON legal_hold
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.started_on <> OLD.started_on
  OR (OLD.ended_on IS NOT NULL AND NEW.ended_on IS NOT OLD.ended_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER erased_case_identity BEFORE UPDATE OF id, case_key, certificate, erased_at ON erased_case
WHEN NEW.id <> OLD.id OR NEW.case_key <> OLD.case_key OR NEW.certificate <> OLD.certificate OR NEW.erased_at <> OLD.erased_at
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER erased_case_stays BEFORE DELETE ON erased_case BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- To whom a referral went, and when, never changes; one that was sent is never unsent.
CREATE TRIGGER referral_identity BEFORE UPDATE ON referral
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.is_incoming <> OLD.is_incoming
  OR (OLD.sent_at IS NOT NULL AND (NEW.sent_at IS NOT OLD.sent_at OR NEW.partner_agency_id <> OLD.partner_agency_id
    OR NEW.release_id IS NOT OLD.release_id))
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER agency_address_identity BEFORE UPDATE OF id, partner_agency_id ON agency_address
WHEN NEW.id <> OLD.id OR NEW.partner_agency_id <> OLD.partner_agency_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER agency_address_opening_is_final BEFORE UPDATE ON agency_address_opening BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER agreement_identity BEFORE UPDATE OF id, partner_agency_id ON agreement
WHEN NEW.id <> OLD.id OR NEW.partner_agency_id <> OLD.partner_agency_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER partner_meeting_identity BEFORE UPDATE OF id, partner_agency_id ON partner_meeting
WHEN NEW.id <> OLD.id OR NEW.partner_agency_id <> OLD.partner_agency_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- What was asked, of which case and when, never changes; what stands beside a record is written once.
CREATE TRIGGER rights_request_identity BEFORE UPDATE OF id, case_file_id, right_kind, received_on ON rights_request
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.right_kind <> OLD.right_kind
  OR NEW.received_on <> OLD.received_on
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER amendment_is_final BEFORE UPDATE ON amendment BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER own_copy_is_final BEFORE UPDATE ON own_copy BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER other_disclosure_is_final BEFORE UPDATE ON other_disclosure
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- As with packages: the line goes only with its case.
CREATE TRIGGER other_disclosure_stays BEFORE DELETE ON other_disclosure
WHEN NOT EXISTS (SELECT 1 FROM revision r WHERE r.audit_seq = OLD.revision_seq AND r.body IS NULL)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER legal_request_identity BEFORE UPDATE OF id, case_file_id, received_on ON legal_request
WHEN NEW.id <> OLD.id OR NEW.case_file_id IS NOT OLD.case_file_id OR NEW.received_on <> OLD.received_on
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER mandated_report_is_final BEFORE UPDATE ON mandated_report
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER breach_identity BEFORE UPDATE OF id, breach_kind, known_at ON breach
WHEN NEW.id <> OLD.id OR NEW.breach_kind <> OLD.breach_kind OR NEW.known_at <> OLD.known_at
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER room_identity BEFORE UPDATE OF id ON room WHEN NEW.id <> OLD.id BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- A bed stays in its room, and one that was taken away does not come back: nights are counted by it.
CREATE TRIGGER bed_identity BEFORE UPDATE ON bed
WHEN NEW.id <> OLD.id OR NEW.room_id <> OLD.room_id OR NEW.since_on <> OLD.since_on
  OR (OLD.removed_on IS NOT NULL AND NEW.removed_on IS NOT OLD.removed_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- Whose stay it is, where and since when; who moves has another one, and who left has left.
CREATE TRIGGER stay_identity BEFORE UPDATE ON stay
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.bed_id <> OLD.bed_id OR NEW.from_on <> OLD.from_on
  OR OLD.left_on IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER bed_hold_identity BEFORE UPDATE ON bed_hold
WHEN NEW.id <> OLD.id OR NEW.bed_id <> OLD.bed_id OR NEW.case_file_id IS NOT OLD.case_file_id OR NEW.until_at <> OLD.until_at
  OR OLD.ended_at IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER no_bed_is_final BEFORE UPDATE ON no_bed BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER bed_wait_identity BEFORE UPDATE ON bed_wait
WHEN NEW.id <> OLD.id OR NEW.since_on <> OLD.since_on OR OLD.ended_on IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER caller_log_identity BEFORE UPDATE OF id, asked_at, is_threat ON caller_log
WHEN NEW.id <> OLD.id OR NEW.asked_at <> OLD.asked_at OR NEW.is_threat <> OLD.is_threat
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER caller_log_stays BEFORE DELETE ON caller_log BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER caller_words_are_final BEFORE UPDATE ON caller_words BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- Their row goes only once the words are erased.
CREATE TRIGGER caller_words_stay BEFORE DELETE ON caller_words
WHEN NOT EXISTS (SELECT 1 FROM revision r WHERE r.audit_seq = OLD.revision_seq AND r.body IS NULL)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER caller_match_is_final BEFORE UPDATE ON caller_match BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- Whose it is and what kind of thing never changes; what she has back is hers and nobody writes on about it.
CREATE TRIGGER kept_thing_identity BEFORE UPDATE ON kept_thing
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.thing_kind <> OLD.thing_kind OR OLD.is_here = 0
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER incident_identity BEFORE UPDATE ON incident
WHEN NEW.id <> OLD.id OR NEW.incident_type <> OLD.incident_type OR NEW.happened_at <> OLD.happened_at OR OLD.is_open = 0
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- It goes only when it goes on without somebody whose case is erased.
CREATE TRIGGER incident_stays BEFORE DELETE ON incident
WHEN NOT EXISTS (SELECT 1 FROM revision r WHERE r.audit_seq = OLD.revision_seq AND r.body IS NULL)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER hand_over_identity BEFORE UPDATE OF id, written_at, erase_on ON hand_over
WHEN NEW.id <> OLD.id OR NEW.written_at <> OLD.written_at OR NEW.erase_on <> OLD.erase_on
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER house_print_is_final BEFORE UPDATE ON house_print BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- What was found stays as it was found; that something was done about it is written on.
CREATE TRIGGER environment_check_identity BEFORE UPDATE ON environment_check
WHEN NEW.id <> OLD.id OR NEW.begun_on <> OLD.begun_on
  OR (OLD.finished_on IS NOT NULL AND NEW.finished_on IS NOT OLD.finished_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER peer_group_identity BEFORE UPDATE ON peer_group
WHEN NEW.id <> OLD.id OR (OLD.ended_on IS NOT NULL AND NEW.ended_on IS NOT OLD.ended_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- Whose place it is, and in which group; a place that was given up is another one when she comes back.
CREATE TRIGGER group_place_identity BEFORE UPDATE ON group_place
WHEN NEW.id <> OLD.id OR NEW.case_file_id <> OLD.case_file_id OR NEW.group_id <> OLD.group_id
  OR (OLD.ended_on IS NOT NULL AND NEW.ended_on IS NOT OLD.ended_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER group_session_identity BEFORE UPDATE OF id, group_id ON group_session
WHEN NEW.id <> OLD.id OR NEW.group_id <> OLD.group_id
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- Who agreed with whom; what either ended stays ended.
CREATE TRIGGER mentor_pair_identity BEFORE UPDATE ON mentor_pair
WHEN NEW.id <> OLD.id OR NEW.mentor_case_id <> OLD.mentor_case_id OR NEW.mentee_case_id <> OLD.mentee_case_id
  OR OLD.ended_on IS NOT NULL
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- Which room, when and by whom stays; what was called off is booked anew.
CREATE TRIGGER booking_identity BEFORE UPDATE ON booking
WHEN NEW.id <> OLD.id OR NEW.case_file_id IS NOT OLD.case_file_id OR NEW.room_id <> OLD.room_id
  OR NEW.interpreter_id IS NOT OLD.interpreter_id OR NEW.staff_id <> OLD.staff_id OR NEW.on_day <> OLD.on_day
  OR (OLD.is_called_off = 1 AND NEW.is_called_off <> OLD.is_called_off)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER erased_part_identity BEFORE UPDATE ON erased_part BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER erased_part_stays BEFORE DELETE ON erased_part BEGIN SELECT RAISE (ABORT, 'immutable'); END;
-- A story that was taken back stays so, and a place that was taken down stays down; neither passes to another story.
CREATE TRIGGER story_taken_back BEFORE UPDATE OF id, withdrawn_on ON story_consent
WHEN NEW.id <> OLD.id OR (OLD.withdrawn_on IS NOT NULL AND NEW.withdrawn_on IS NOT OLD.withdrawn_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER story_use_identity BEFORE UPDATE OF id, story_id, down_on ON story_use
WHEN NEW.id <> OLD.id OR NEW.story_id <> OLD.story_id OR (OLD.down_on IS NOT NULL AND NEW.down_on IS NOT OLD.down_on)
BEGIN SELECT RAISE (ABORT, 'immutable'); END;
CREATE TRIGGER unfinished_file_identity BEFORE UPDATE ON unfinished_file BEGIN SELECT RAISE (ABORT, 'immutable'); END;
