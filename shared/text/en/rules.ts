// Rules that a record can refuse, in the words of the house: what happened and what to do. What is safe is the same for
// all of them: nothing was changed. A refusal without its sentence does not compile.
import type { AgreementRefusal } from '#shared/records/agreement';
import type { FiguresRefusal } from '#shared/records/statistics';
import type { ActivityRefusal } from '#shared/records/activity';
import type { AwarenessRefusal } from '#shared/records/awareness-words';
import type { CampaignRefusal } from '#shared/records/campaign';
import type { MaterialRefusal } from '#shared/records/material';
import type { PolicyRefusal } from '#shared/records/policy-item';
import type { StoryRefusal } from '#shared/records/story-rules';
import type { TestRefusal } from '#shared/records/training-effect';
import type { BreachRefusal } from '#shared/records/breach';
import type { CallerRefusal } from '#shared/records/caller-log';
import type { LegalRequestRefusal } from '#shared/records/legal-request-rules';
import type { ReportRefusal } from '#shared/records/mandated-report';
import type { AttachmentRefusal } from '#shared/records/attachment';
import type { MergeRefusal } from '#shared/records/same-person-rules';
import type { EpisodeRefusal } from '#shared/records/episode';
import type { AmendmentRefusal } from '#shared/records/amendment';
import type { DisclosureRefusal } from '#shared/records/disclosure-log';
import type { ExitRefusal } from '#shared/records/case-exit';
import type { NoteRefusal } from '#shared/records/case-note';
import type { ConversationRefusal } from '#shared/records/conversation-rules';
import type { FollowUpRefusal } from '#shared/records/follow-up';
import type { InterpreterRefusal } from '#shared/records/interpreter-rules';
import type { HousePlaceRefusal } from '#shared/records/house-place';
import type { LegalRefusal } from '#shared/records/legal-rules';
import type { MeetingRefusal } from '#shared/records/partner-meeting';
import type { NeedRefusal } from '#shared/records/need-rules';
import type { ReaderRefusal } from '#shared/records/partner-reader';
import type { ReceivedRefusal } from '#shared/records/received-package';
import type { ReceivingKeyRefusal } from '#shared/records/receiving-key';
import type { PrintRefusal } from '#shared/records/print-log';
import type { ReferralRefusal } from '#shared/records/referral-rules';
import type { ReleaseRefusal } from '#shared/records/release-rules';
import type { RightsRefusal } from '#shared/records/rights-rules';
import type { SafetyStepRefusal } from '#shared/records/safety-step';
import type { ScreeningRefusal } from '#shared/records/screening-rules';
import type { ServiceRefusal } from '#shared/records/service';
import type { BookingRefusal } from '#shared/records/booking';
import type { GroupRefusal } from '#shared/records/peer-group';
import type { PlaceRefusal } from '#shared/records/group-place';
import type { SessionRefusal } from '#shared/records/group-session';
import type { PairRefusal } from '#shared/records/mentor-pair';
import type { RoomRefusal } from '#shared/records/room';
import type { StayRefusal } from '#shared/records/stay';
import type { IncidentRefusal } from '#shared/records/incident';
import type { CheckRefusal } from '#shared/records/environment-check';
import type { ThingRefusal } from '#shared/records/kept-thing';
import type { AgencyKeyRefusal } from '#shared/records/partner-agency';
import type { AnswerRefusal } from '#shared/records/sent-reply';
import type { PackageRefusal } from '#shared/records/export-package';
import type { PlanRefusal } from '#shared/records/support-plan-rules';
import type { TaskRefusal } from '#shared/records/task';
import type { FactsRefusal } from '#shared/records/colleague-facts';
import type { CourseRefusal } from '#shared/records/course';
import type { SupervisionRefusal } from '#shared/records/supervision';
import type { TrainingRefusal } from '#shared/records/training';
import type { WishRefusal } from '#shared/records/worker-wish';
import type { GateRefusal } from '#shared/records/training-rules';
import type { KeyFileRefusal } from '#shared/records/key-file';
import type { KeyRefusal, PassphraseRefusal } from '#shared/records/staff-member';

export interface RuleWords {
  readonly happened: string;
  readonly todo: string;
}

type Rule =
  | KeyRefusal
  | PassphraseRefusal
  | KeyFileRefusal
  | ActivityRefusal
  | TestRefusal
  | AwarenessRefusal
  | CampaignRefusal
  | MaterialRefusal
  | PolicyRefusal
  | StoryRefusal
  | FactsRefusal
  | CourseRefusal
  | TrainingRefusal
  | SupervisionRefusal
  | GateRefusal
  | WishRefusal
  | 'gate-reason'
  | 'gate-open'
  | NeedRefusal
  | AgreementRefusal
  | MeetingRefusal
  | ReaderRefusal
  | ReceivingKeyRefusal
  | ReceivedRefusal
  | AgencyKeyRefusal
  | PackageRefusal
  | AnswerRefusal
  | PlanRefusal
  | NoteRefusal
  | ConversationRefusal
  | LegalRefusal
  | AttachmentRefusal
  | ExitRefusal
  | FollowUpRefusal
  | InterpreterRefusal
  | 'interpreter-reason'
  | RoomRefusal
  | StayRefusal
  | ThingRefusal
  | CheckRefusal
  | IncidentRefusal
  | BookingRefusal
  | GroupRefusal
  | PlaceRefusal
  | SessionRefusal
  | PairRefusal
  | 'wait-over'
  | ReferralRefusal
  | ReleaseRefusal
  | PrintRefusal
  | RightsRefusal
  | AmendmentRefusal
  | DisclosureRefusal
  | BreachRefusal
  | CallerRefusal
  | LegalRequestRefusal
  | ReportRefusal
  | FiguresRefusal
  | 'right-kind'
  | 'copy-empty'
  | ScreeningRefusal
  | SafetyStepRefusal
  | ServiceRefusal
  | TaskRefusal
  | 'note-already-corrected'
  | 'contact-not-agreed'
  | 'contact-ended'
  | 'release-not-signed'
  | 'case-status'
  | 'assignment-role'
  | 'assignment-last'
  | 'reason-needed'
  | MergeRefusal
  | EpisodeRefusal
  | 'conflict-self'
  | 'conflict-known'
  | 'conflict-staff'
  | 'conflict-worker'
  | 'link-self'
  | 'link-known'
  | 'open-already'
  | 'second-person'
  | 'compartment-begun'
  | 'compartment-member'
  | 'compartment-role'
  | 'compartment-last'
  | 'compartment-no-code'
  | 'compartment-code'
  | 'compartment-changed'
  | 'form-unknown'
  | 'answers'
  | 'sealed'
  | 'view-empty'
  | 'hold-known'
  | 'hold-ended'
  | 'hold-stands'
  | 'erase-second'
  | 'erase-not-due'
  | 'erase-part'
  | 'erase-director'
  | 'erase-wish'
  | 'erase-nothing'
  | 'erase-law'
  | 'erase-safety'
  | HousePlaceRefusal
  | 'medium-newer';

export const rules = {
  'records-agreement': {
    happened: 'What people told here opens to you once your confidentiality agreement is written down.',
    todo: 'Ask the director to write down the day on which you signed it.',
  },
  'records-course': {
    happened: 'What people told here opens to you once you have done the course on this program and devices.',
    todo: 'Your own page under Team says when it ran out. Ask the director when you can do it.',
  },
  'records-both': {
    happened:
      'What people told here opens to you once two things are written down: your confidentiality agreement, and the course on this program and devices.',
    todo: 'Ask the director to write down the day you signed, and when you can do the course.',
  },
  'minors-determination': {
    happened:
      'This is the case of somebody under 18, and nobody has yet determined in writing that this colleague may work with minors.',
    todo: 'Choose another colleague, write the determination down under Team, or say why it cannot wait.',
  },
  'minors-course': {
    happened:
      'This is the case of somebody under 18, and this colleague has no course on work with minors that counts today.',
    todo: 'Choose another colleague, write the course down under Team, or say why it cannot wait.',
  },
  'minors-both': {
    happened:
      'This is the case of somebody under 18. This colleague lacks the written determination for work with minors, and the course on it.',
    todo: 'Choose another colleague, write both down under Team, or say why it cannot wait.',
  },
  'wish-empty': {
    happened: 'It is not written what they wish.',
    todo: 'Write their words, or that they did not want to say.',
  },
  'gate-reason': {
    happened: 'A reason is needed.',
    todo: 'Write one line that a colleague will understand.',
  },
  'gate-open': {
    happened: 'Nothing holds this colleague back.',
    todo: 'Look again at the list.',
  },
  'facts-later': {
    happened: 'One of these days lies ahead.',
    todo: 'Write down what was signed or checked when it is done.',
  },
  'facts-ends-before': {
    happened: 'The last day lies before the first.',
    todo: 'Look at the two days again.',
  },
  'course-topic': {
    happened: 'The course has no name yet.',
    todo: 'Write what it is about.',
  },
  'course-known': {
    happened: 'Another course has this name.',
    todo: 'Choose another name, or change that one.',
  },
  'course-gate': {
    happened: 'This course opens a part of the work, so it stays on the list.',
    todo: 'Change its hours or how long it counts.',
  },
  'training-later': {
    happened: 'The day of the course lies ahead.',
    todo: 'Write it down when it is done.',
  },
  'training-struck': {
    happened: 'This line was struck already.',
    todo: 'Write the course down anew, if it was done after all.',
  },
  'training-reason': {
    happened: 'It is not said why this line is struck.',
    todo: 'Write one line that a colleague will understand.',
  },
  'supervision-later': {
    happened: 'The day lies ahead.',
    todo: 'Write it down when it has been.',
  },
  'assignment-role': {
    happened: 'That colleague cannot be given this.',
    todo: 'Choose somebody who works on this case, or whose role works with people.',
  },
  'assignment-last': {
    happened: 'Somebody always works on a case, and this is the last one.',
    todo: 'Add a colleague first, then hand it over.',
  },
  'hold-known': {
    happened: 'A legal hold stands on this case already.',
    todo: 'Look whether that one is still right, or end it first.',
  },
  'hold-ended': {
    happened: 'This hold has ended.',
    todo: 'If there is a new reason, place a new one.',
  },
  'hold-stands': {
    happened: 'A legal hold stands on this case, so nothing of it is taken away.',
    todo: 'Ask the director whether the hold is still needed.',
  },
  'erase-second': {
    happened: 'Erasing takes two people, and this is one.',
    todo: 'A second colleague signs with a passphrase of her own, at this desk.',
  },
  'erase-not-due': {
    happened: 'One of these cases is not due to go.',
    todo: 'Look at the list again: a case may have been opened, or a rule changed.',
  },
  'erase-part': {
    happened: 'One of these is a part of another record, and goes with the whole.',
    todo: 'Choose the record that it is a part of.',
  },
  'erase-director': {
    happened: 'One of the two who sign must be a director.',
    todo: 'Ask a director to sign here with her own passphrase. Nothing was erased.',
  },
  'erase-wish': {
    happened: 'There is no open request to erase that this could be done for.',
    todo: 'Write down what was asked first. Nothing was erased.',
  },
  'erase-nothing': {
    happened: 'There is nothing left of what was chosen.',
    todo: 'Look at the list again.',
  },
  'erase-law': {
    happened: 'Clinical records of somebody under 18 are kept as long as the law here says.',
    todo: 'Say so plainly, with the reason “a law says how long it is kept”, and erase the rest. Nothing was erased.',
  },
  'erase-safety': {
    happened:
      'Something in it protects somebody still: a safety step is open, or an interpreter is left out because of it.',
    todo: 'End the step or look at the interpreter first, or erase the rest. Nothing was erased.',
  },
  'place-word': {
    happened: 'One of these lines is about a law that this program no longer reckons with.',
    todo: 'Open the page again: it shows what is reckoned with today.',
  },
  'medium-newer': {
    happened: 'Every backup in this place still holds a case that was erased.',
    todo: 'Make a new backup here first, so that there is one left to come back from.',
  },
  'merge-self': {
    happened: 'This is one case already.',
    todo: 'Choose another case.',
  },
  'merge-agrees': {
    happened: 'Two records are made one only with a yes of the person they are about.',
    todo: 'Ask, and keep the answer first.',
  },
  'merge-earlier': {
    happened: 'One of the two is an earlier file of somebody who came back.',
    todo: 'It stays a file of its own. With their yes it is read from the newer case.',
  },
  'episode-here': {
    happened: 'That case is open, so this person is here already.',
    todo: 'Go on in that case.',
  },
  'episode-known': {
    happened: 'This person has a newer case already.',
    todo: 'Go on there. A director can tell which.',
  },
  'episode-ended': {
    happened: 'A case that has ended cannot be the newer one.',
    todo: 'Choose the case that goes on.',
  },
  'reopen-late': {
    happened: 'This case closed more than a week ago.',
    todo: 'When the person is here again, open a new case for them. The earlier file waits, sealed, for their yes.',
  },
  'reopen-why': {
    happened: 'A line is needed that says why it was closed by mistake.',
    todo: 'Write one line that a colleague will understand.',
  },
  'merge-part': {
    happened: 'One of the two is one record with another case already.',
    todo: 'Part those first.',
  },
  'merge-apart': {
    happened: 'These two are kept apart, so they are two people.',
    todo: 'If that was a mistake, end it first.',
  },
  'merge-closed': {
    happened: 'The other case is open and this one is closed.',
    todo: 'Go to the open one and make them one from there.',
  },
  'merge-over': {
    happened: 'The 30 days in which this could be undone are over.',
    todo: 'Open a new case, if there are two people after all.',
  },
  'conflict-self': {
    happened: 'A case cannot be kept apart from itself, nor by somebody from herself.',
    todo: 'Choose another case or a colleague. A director can do it for you.',
  },
  'conflict-known': {
    happened: 'These two are kept apart already.',
    todo: 'If something else is to be minded, end that one and begin it anew.',
  },
  'conflict-staff': {
    happened: 'A colleague can only be kept off the case.',
    todo: 'Choose “A different worker” alone.',
  },
  'conflict-worker': {
    happened: 'A different worker is needed for this case.',
    todo: 'Choose another colleague.',
  },
  'link-self': {
    happened: 'A case cannot be linked to itself.',
    todo: 'Choose another case.',
  },
  'link-known': {
    happened: 'These two are linked already.',
    todo: 'If they are something else to each other, take that link out first.',
  },
  'reason-needed': {
    happened: 'A reason is needed to join a case yourself.',
    todo: 'Write one line that a colleague will understand.',
  },
  'open-already': {
    happened: 'This case is open to you already.',
    todo: 'Go on reading.',
  },
  'second-person': {
    happened: 'You opened this one yourself, so it is for somebody else to have seen.',
    todo: 'It stays on the page of a colleague until then.',
  },
  'need-status': {
    happened: 'This need cannot go there from where it stands.',
    todo: 'Look at how it stands now, and choose again.',
  },
  'print-card-lines': {
    happened: 'A small card holds at most eight lines.',
    todo: 'Take out a line, then print it.',
  },
  'print-letter': {
    happened: 'A letter belongs to a referral, or to a permission that was taken back.',
    todo: 'Prepare it from there.',
  },
  'print-not-taken-back': {
    happened: 'This permission has not been taken back.',
    todo: 'Write down first that it is taken back, then print the letter.',
  },
  'print-shred': {
    happened: 'The day by which the paper is destroyed lies in the past or too far ahead.',
    todo: 'Choose another day.',
  },
  'need-ask-first': {
    happened: 'We noticed this need; nobody has asked yet.',
    todo: 'Ask first, then begin.',
  },
  'review-goal': {
    happened: 'The review speaks of a goal that is not in this plan.',
    todo: 'Open the plan again, then keep the review.',
  },
  'goal-needs-her-yes': {
    happened: 'This goal was proposed by staff and waits for a yes.',
    todo: 'Ask first. Then press “agrees”, or write it in other words together.',
  },
  'goal-status': {
    happened: 'This goal cannot go there from where it stands.',
    todo: 'Look at how it stands now, and choose again.',
  },
  'goal-lost': {
    happened: 'A goal is missing from this plan.',
    todo: 'Open the plan again. A goal is let go, never removed.',
  },
  'goal-twice': {
    happened: 'The same goal or step is in this plan twice.',
    todo: 'Open the plan again and write it once more.',
  },
  'goal-successor': {
    happened: 'A goal that was changed needs the goal that takes its place.',
    todo: 'Write the new words, then keep both.',
  },
  'review-day': {
    happened: 'The next day to look back is too far away, or already past.',
    todo: 'Choose a day within 90 days.',
  },
  'agreement-dates': {
    happened: 'A signed agreement needs the day it was signed and the day it ends, in that order.',
    todo: 'Fill in both days.',
  },
  'agreement-stage': {
    happened: 'What was signed is not drafted again.',
    todo: 'End this one and begin another.',
  },
  'meeting-says-who': {
    happened: 'A word in it says who somebody is.',
    todo: 'Take that word out. What is about a person belongs in that case.',
  },
  'meeting-later': {
    happened: 'This day is still to come.',
    todo: 'Write it down when it was held. A task in the calendar can remind of it.',
  },
  'referral-step': {
    happened: 'This does not follow on where the referral stands.',
    todo: 'Look at it again. Somebody may have gone on with it.',
  },
  'referral-sent': {
    happened: 'This referral has left, and stays as it was sent.',
    todo: 'End it and write another, if something else is asked for now.',
  },
  'referral-says-who': {
    happened: 'A word in it says who it is about.',
    todo: 'Take that word out, or ask for a permission.',
  },
  'legal-stage': {
    happened: 'This stage belongs to another legal way.',
    todo: 'Choose a stage of this one.',
  },
  'legal-clock': {
    happened: 'This legal way has clocks of its own already.',
    todo: 'Take the added clock out, or choose “Another way”.',
  },
  'exit-day': {
    happened: 'The day of moving out is missing, still to come, or before the case was opened.',
    todo: 'Choose the day on which it happens.',
  },
  'exit-reason': {
    happened: 'Why somebody moves out is still open.',
    todo: 'Choose what comes nearest. “Not known” is an answer too.',
  },
  'exit-director': {
    happened: 'Asking somebody to leave is for a director to decide.',
    todo: 'Talk with a director, who finishes this exit.',
  },
  'exit-alternatives': {
    happened: 'What was offered instead is not written down.',
    todo: 'Write what was offered, then finish.',
  },
  'exit-checklist': {
    happened: 'Something on the list was not looked at, or waits without a word of why.',
    todo: 'Say of each line: done, not needed, or later and why.',
  },
  'exit-belongings': {
    happened: 'Something is still kept here for this person.',
    todo: 'Give it back beside the line “Belongings”, or choose “later” there and write why.',
  },
  'exit-follow-up': {
    happened: 'How to reach them afterwards, or until when, is still open.',
    todo: 'Agree on both together, or leave it.',
  },
  'follow-up-ended': {
    happened: 'This follow-up has ended.',
    todo: 'Look at how it stands now.',
  },
  'follow-up-permission': {
    happened: 'The permission to ask has ended.',
    todo: 'Do not call, do not write.',
  },
  'note-empty': {
    happened: 'There is nothing in this note yet.',
    todo: 'Write a line, or leave it.',
  },
  'note-without-consent': {
    happened: 'No notes were wanted, so only the time is kept.',
    todo: 'Take the words out, or ask again about notes.',
  },
  'note-quote-changed': {
    happened: 'A quote was changed. What was said stays letter for letter.',
    todo: 'Put the quote back as it was, and write beside it.',
  },
  'note-already-corrected': {
    happened: 'This note was put right before.',
    todo: 'Open the newer note and put that one right.',
  },
  'bed-in-use': {
    happened: 'Somebody sleeps in this bed, or it is held.',
    todo: 'Move her first, or let the hold go.',
  },
  'bed-code': {
    happened: 'There is a bed of this name already.',
    todo: 'Give it another one, so that nobody takes one for the other.',
  },
  'room-small': {
    happened: 'More beds would stand there than people may sleep there.',
    todo: 'Look at how many people the fire rules allow in this room.',
  },
  'bed-closed-before': {
    happened: 'This bed is closed already.',
    todo: 'Open it again when it can be had.',
  },
  'stay-not-here': {
    happened: 'This case does not say that she is here.',
    todo: 'Move the case to intake or active first.',
  },
  'stay-before-arrival': {
    happened: 'That night lies before she came.',
    todo: 'Look at the day on which her case was opened.',
  },
  'stay-ends-before': {
    happened: 'The stay would end before it begins.',
    todo: 'Choose a later day, or leave the end open.',
  },
  'stay-twice': {
    happened: 'She has a bed for one of these nights already.',
    todo: 'Move her from there instead.',
  },
  'stay-over': {
    happened: 'This stay is over.',
    todo: 'Begin a new one if she is back.',
  },
  'stay-left-later': {
    happened: 'That day has not come yet.',
    todo: 'Write down the day on which she means to leave instead.',
  },
  'bed-gone': {
    happened: 'This bed was taken away.',
    todo: 'Choose another one.',
  },
  'bed-taken': {
    happened: 'Somebody sleeps there on one of these nights.',
    todo: 'Choose another bed, or other nights.',
  },
  'bed-held': {
    happened: 'This bed is held.',
    todo: 'Choose another one, or let the hold go.',
  },
  'bed-closed': {
    happened: 'This bed cannot be had on these nights.',
    todo: 'Choose another one, or open it again.',
  },
  'bed-being-made': {
    happened: 'This bed is not made yet.',
    todo: 'Say that it is made, or choose another one.',
  },
  'room-full': {
    happened: 'No more people may sleep in this room.',
    todo: 'Choose another room. The limit is that of the fire rules.',
  },
  'room-apart': {
    happened: 'She is not to be in one room with somebody there.',
    todo: 'Choose another room. Ask the director before anybody moves.',
  },
  'room-minor': {
    happened: 'Nobody under 18 sleeps in a room with adults who do not belong to her.',
    todo: 'Choose another room, or link the two as a family first if they are one.',
  },
  'booking-past': {
    happened: 'That day is over.',
    todo: 'Choose today or a later day.',
  },
  'booking-ends-before': {
    happened: 'It would end before it begins.',
    todo: 'Look at both times once more.',
  },
  'booking-room': {
    happened: 'This room is not one to talk in.',
    todo: 'Choose a quiet room or a room to talk in.',
  },
  'booking-taken': {
    happened: 'This room is booked for a part of that time.',
    todo: 'Choose another room, or another time.',
  },
  'booking-interpreter': {
    happened: 'This interpreter is booked for a part of that time.',
    todo: 'Choose another time, or another interpreter.',
  },
  'booking-not-here': {
    happened: 'This case does not say that she is here.',
    todo: 'Move the case to intake or active first.',
  },
  'group-over': {
    happened: 'This group is over.',
    todo: 'Choose another one, or begin a new one.',
  },
  'group-small': {
    happened: 'More people have a place than the group would hold.',
    todo: 'Choose a larger number, or wait until somebody no longer comes.',
  },
  'group-not-here': {
    happened: 'This case does not say that she is here.',
    todo: 'Move the case to intake or active first. Whoever has moved on can come to a group for that.',
  },
  'group-twice': {
    happened: 'She stands on the list of this group already.',
    todo: 'Look at her groups. Her place can be changed there.',
  },
  'group-apart': {
    happened: 'She is not to be in one group with somebody there.',
    todo: 'Choose another group, or let her wait. Ask the director before anybody moves.',
  },
  'group-full': {
    happened: 'No place in this group is free.',
    todo: 'Put her on the list of those who wait, or choose another group.',
  },
  'session-later': {
    happened: 'That day has not come yet.',
    todo: 'Count the meeting when it is over.',
  },
  'session-new': {
    happened: 'More people would be new than came.',
    todo: 'Look at both numbers once more.',
  },
  'session-named': {
    happened: 'It would be written for more people than came.',
    todo: 'Look at how many came, or name fewer.',
  },
  'session-follow-ups': {
    happened: 'There would be more talks alone than people who came.',
    todo: 'Count the people, not the talks.',
  },
  'session-wish': {
    happened: 'Somebody who is named has not said yes to it.',
    todo: 'Count her head. Her case worker can ask her, and write down what she says.',
  },
  'pair-self': {
    happened: 'Both are the same person.',
    todo: 'Choose somebody else.',
  },
  'pair-yes': {
    happened: 'Not both have said yes.',
    todo: 'Ask each of them alone first.',
  },
  'pair-known': {
    happened: 'These two are a pair already.',
    todo: 'End that one first if it is to change.',
  },
  'pair-apart': {
    happened: 'These two are not to be brought together.',
    todo: 'Choose somebody else. Ask the director if you are not sure.',
  },
  'pair-not-here': {
    happened: 'One of the two cases does not say that she is here.',
    todo: 'Look at where both cases stand.',
  },
  'hold-over': {
    happened: 'This hold has ended already.',
    todo: 'Hold the bed again if it is still needed.',
  },
  'wait-over': {
    happened: 'She no longer stands on the list.',
    todo: 'Put her on it again if she still waits.',
  },
  'interpreter-not-offered': {
    happened: 'This interpreter cannot be offered here.',
    todo: 'Choose another one, or wait until one can come.',
  },
  'interpreter-not-approved': {
    happened: 'Without a yes this interpreter does not begin.',
    todo: 'Ask first, without the interpreter in the room.',
  },
  'interpreter-conflict': {
    happened: 'There is a tie, so this interpreter does not begin.',
    todo: 'Choose another one.',
  },
  'interpreter-reason': {
    happened: 'The reason is sealed already.',
    todo: 'Tell the director what there is to add.',
  },
  'conversation-ended': {
    happened: 'This conversation is over.',
    todo: 'Begin a new one, or write a note of its own.',
  },
  'conversation-without-consent': {
    happened: 'Notes were not said to be all right in this conversation.',
    todo: 'Ask first. Without a yes only the time is kept.',
  },
  'contact-not-agreed': {
    happened: 'This way is not agreed, so it is not used without a reason.',
    todo: 'Choose another way, or write why it cannot wait.',
  },
  'attachment-removed': {
    happened: 'This file was taken away.',
    todo: 'Nothing can bring it back here. A backup made before may still hold it.',
  },
  'attachment-sealed': {
    happened: 'This file is sealed.',
    todo: 'Open it with a reason, if you are on the list of this case.',
  },
  'attachment-not-picture': {
    happened: 'This file is not a picture.',
    todo: 'Look at it as what it is.',
  },
  'attachment-not-pages': {
    happened: 'This file is not a PDF.',
    todo: 'Look at it as what it is.',
  },
  'attachment-not-text': {
    happened: 'This file is not a text.',
    todo: 'Look at it as what it is.',
  },
  'contact-ended': {
    happened: 'How this try went was said before.',
    todo: 'Begin a new one if you try again.',
  },
  'release-dates': {
    happened: 'The permission would end before it begins.',
    todo: 'Look at the two dates.',
  },
  'release-too-long': {
    happened: 'The permission would last longer than one may.',
    todo: 'Choose an earlier end. It can be given again.',
  },
  'release-category-twice': {
    happened: 'One kind of information is in this permission twice.',
    todo: 'Take one of them out.',
  },
  'release-signer-harms': {
    happened: 'Nobody who may do harm can sign, and this is not settled here.',
    todo: 'Talk about who signs, away from that person.',
  },
  'release-signer': {
    happened: 'Who signs does not fit with the guardian that is named.',
    todo: 'Name the guardian, or choose who signs again.',
  },
  'release-assent': {
    happened: 'A child who signs has to agree as well.',
    todo: 'Ask the child, in words that fit.',
  },
  'release-minor': {
    happened: 'Somebody who counts as under 18 does not sign like an adult.',
    todo: 'Choose who signs again: with a parent or guardian, or alone where the law here allows it.',
  },
  'release-of-age': {
    happened: 'The record says that this person is of age.',
    todo: 'Let the person sign alone, or look at the age in the intake.',
  },
  'release-not-discussed': {
    happened: 'The risks and the other ways were not talked about yet.',
    todo: 'Talk about both, then sign.',
  },
  'release-witness': {
    happened: 'A mark instead of a name needs a witness.',
    todo: 'Write down who was there.',
  },
  'release-signed-later': {
    happened: 'The day of signing is still to come.',
    todo: 'Write the day on which it was signed.',
  },
  'release-already-signed': {
    happened: 'This permission is signed already.',
    todo: 'Make a new one to change it.',
  },
  'reader-there': {
    happened: 'There is a file called reader.html already.',
    todo: 'Choose an empty folder. If you do not know where that file is from, do not open it.',
  },
  'package-own': {
    happened: 'This package was made in this house.',
    todo: 'Look at what left, on the page of permissions and shares of its case.',
  },
  'package-seen': {
    happened: 'This package was brought in before.',
    todo: 'Ask your colleagues who keeps it. If they sent another one, choose that file.',
  },
  'package-changed': {
    happened: 'This is another file than the one you read.',
    todo: 'Choose it again, and read it through once more.',
  },
  'agency-key-confirmation': {
    happened: 'The name that was typed is not the name of this agency.',
    todo: 'Type the name of the agency as it stands at the top of the page.',
  },
  'agency-key-changes': {
    happened: 'The keys of this agency were changed as often as can be kept.',
    todo: 'Add it once more under another name, and use that one from now on.',
  },
  'agency-key-many': {
    happened: 'A package can be sealed to twenty keys, and so many are pinned.',
    todo: 'End one that is not used any more, or pin this one in its place.',
  },
  'agency-key-gone': {
    happened: 'That key is not pinned any more. Perhaps a colleague ended it.',
    todo: 'Look at the keys once more.',
  },
  'agency-keys-changed': {
    happened: 'The keys of this agency were changed since you looked.',
    todo: 'Look at which keys there are now, and tick them again.',
  },
  'answer-none': {
    happened: 'How to answer this package with a file is not known here.',
    todo: 'Answer that house by telephone.',
  },
  'answer-not-asked': {
    happened: 'Nobody has asked the person it is about.',
    todo: 'Ask first. An answer tells that house that this person is known here.',
  },
  'key-there': {
    happened: 'There is a file called our-key.txt already.',
    todo: 'Choose an empty folder, so that nobody mistakes an older key for this one.',
  },
  'key-current': {
    happened: 'This is the key that is given away now.',
    todo: 'Change it first. After that the earlier one can be ended.',
  },
  'key-file-missing': {
    happened: 'Your key file is on none of the sticks that are plugged in.',
    todo: 'Put its stick in, and try again. If it is lost, a director can give you a new passphrase, which needs no key file.',
  },
  'key-file-none': {
    happened: 'You do not use a key file now.',
    todo: 'Go back to Safekeeping. There you can begin to use one.',
  },
  'key-file-same-stick': {
    happened: 'Your key file is on that stick already.',
    todo: 'Choose another stick. If one is lost then, the other still opens the records.',
  },
  'passphrase-own': {
    happened: 'This is your own passphrase.',
    todo: 'Change it on Safekeeping, with the one you have now.',
  },
  'key-none': {
    happened: 'Our key has not been made yet.',
    todo: 'A director makes it on the page of partners.',
  },
  'release-not-signed': {
    happened: 'This permission was never signed.',
    todo: 'Have it signed first.',
  },
  'screening-answers': {
    happened: 'These answers do not belong to this screen.',
    todo: 'Open the screen again. If it comes back, a newer version of the program is needed.',
  },
  'screening-under-12': {
    happened: 'These screens are made for people of 12 and older.',
    todo: 'A clinician who works with children can say what fits.',
  },
  'screening-age': {
    happened: 'The record does not say how old this person is.',
    todo: 'Ask, and say that 12 or older was the answer.',
  },
  'screening-day': {
    happened: 'The day of this screen is still to come.',
    todo: 'Write the day on which it was gone through.',
  },
  'screening-step-open': {
    happened: 'The safety step of this screen is still open.',
    todo: 'End the safety step first.',
  },
  'screening-reason': {
    happened: 'Somebody else took this screen.',
    todo: 'Say in a few words why its answers are needed.',
  },
  'safety-step-ended': {
    happened: 'This safety step was ended before.',
    todo: 'Look at how it stands now.',
  },
  'safety-step-questions': {
    happened: 'Whether it is safe now, or when somebody looks in again, is still open.',
    todo: 'Answer both, or end it as not wanted.',
  },
  'safety-step-check-time': {
    happened: 'The time to look in again is past, or more than 7 days ahead.',
    todo: 'Choose a time from now on, within 7 days.',
  },
  'service-later': {
    happened: 'This day is still to come.',
    todo: 'Choose the day on which it was given.',
  },
  'service-before-case': {
    happened: 'This day is before the case was opened.',
    todo: 'Choose a day from then on.',
  },
  'task-past': {
    happened: 'This day is past.',
    todo: 'Choose today or a later day.',
  },
  'task-for': {
    happened: 'The person it is for has no calendar here.',
    todo: 'Choose somebody who works in the house.',
  },
  'task-case': {
    happened: 'The person it is for does not see this case.',
    todo: 'Choose somebody else, or leave the case out.',
  },
  'case-status': {
    happened: 'The case cannot go there from where it stands.',
    todo: 'Look at how it stands now, and choose again.',
  },
  'compartment-begun': {
    happened: 'Sealed notes have been begun by a colleague.',
    todo: 'Ask her to let you in.',
  },
  'compartment-member': {
    happened: 'The sealed notes are not open to you.',
    todo: 'Ask a counsellor who keeps them to let you in.',
  },
  'compartment-role': {
    happened: 'That colleague cannot be let in to the sealed notes.',
    todo: 'Choose a counsellor who is not in yet.',
  },
  'compartment-last': {
    happened: 'Somebody always opens the sealed notes, and this is the last one.',
    todo: 'Let a colleague in first.',
  },
  'compartment-no-code': {
    happened: 'There is no recovery code yet.',
    todo: 'A director makes one under Safekeeping.',
  },
  'compartment-changed': {
    happened: 'Outside this program, somebody changed with whose key sealed notes are sealed. So nothing was sealed.',
    todo: 'Under “Who opens sealed notes” it says whose key it is. Put it right there, and tell the director.',
  },
  'compartment-code': {
    happened: 'The notes were not sealed to this recovery code.',
    todo: 'Ask a counsellor who keeps them to let you in.',
  },
  'form-unknown': {
    happened: 'This was written on a form this program does not know, or an older one than was used last.',
    todo: 'Open the page again. If it comes back, a newer version of the program is needed.',
  },
  answers: {
    happened: 'One of the answers does not fit its question.',
    todo: 'Look at dates, lists and long texts, and try again.',
  },
  sealed: {
    happened: 'Sealed words belong behind their seal.',
    todo: 'Open the seal and write them there.',
  },
  'right-settled': {
    happened: 'This request was answered already.',
    todo: 'If something new is asked, write it down as a new request.',
  },
  'right-received': {
    happened: 'The day on which it was asked lies ahead.',
    todo: 'Choose today or a day before.',
  },
  'right-not-longer': {
    happened: 'The time of this request cannot be made longer.',
    todo: 'Answer what can be answered by the day it is due.',
  },
  'right-longer-late': {
    happened: 'More time has to be told within the first month, and that is over.',
    todo: 'Answer now what can be answered.',
  },
  'right-identity': {
    happened: 'Nobody has checked yet who is asking.',
    todo: 'Check it in person or by the safe word, then answer.',
  },
  'right-asker-harms': {
    happened: 'Somebody who causes harm, or may do so, is given nothing of a record.',
    todo: 'Refuse, without saying whether anybody is here, and ask the director about counsel.',
  },
  'right-code': {
    happened: 'Only four reasons stand against erasing, and none is chosen.',
    todo: 'Choose the reason, or erase.',
  },
  'right-why': {
    happened: 'A refusal is told in plain words, and none are written.',
    todo: 'Write what was said, and how to complain.',
  },
  'right-partly': {
    happened: 'When not everything can be erased, a part is offered.',
    todo: 'Offer to erase what is not held, then write down the answer.',
  },
  'right-review': {
    happened: 'A refusal to erase is looked at again, on a day that lies ahead.',
    todo: 'Choose that day.',
  },
  'right-held': {
    happened: 'This record is held for a court or an authority and cannot be erased now.',
    todo: 'Refuse for that reason, and offer to erase what is not held.',
  },
  'right-not-restricted': {
    happened: 'Nothing is restricted by this request.',
    todo: 'Open the page again.',
  },
  'case-restricted': {
    happened: 'It was asked that this record be kept and not used. Nothing leaves, on paper or otherwise.',
    todo: 'Ask whether that still holds. Under “Their rights” it can be taken back, and an own copy given.',
  },
  'right-kind': {
    happened: 'A copy is given when somebody asked to see the record, to have a copy, or to take it elsewhere.',
    todo: 'Write down such a request first.',
  },
  'copy-empty': {
    happened: 'Every line is left out, so nothing is left to give.',
    todo: 'Look at the lines together again.',
  },
  'request-later': {
    happened: 'The day on which this came lies ahead.',
    todo: 'Choose today or a day before.',
  },
  'request-course': {
    happened: 'A legal request moves forwards only, one end or the other.',
    todo: 'Choose where it goes next.',
  },
  'request-validity': {
    happened: 'It is not written down yet what the check found.',
    todo: 'Ask counsel whether it is valid, and write that down.',
  },
  'request-wish': {
    happened: 'It is not written down what the person it is about wants.',
    todo: 'Tell them and ask. If nobody reached them, write down what was tried.',
  },
  'request-decision': {
    happened: 'It is not written down what was decided.',
    todo: 'Write it down with who decided.',
  },
  'request-over': {
    happened: 'This request is closed.',
    todo: 'If another paper comes, log it as a new request.',
  },
  'production-order': {
    happened: 'No judge has signed an order that is meant for this house. Nothing is given.',
    todo: 'Ask counsel to object, or wait for an order.',
  },
  'production-case': {
    happened: 'This request is about nobody here.',
    todo: 'Log another request if it is about somebody after all.',
  },
  'production-decided': {
    happened: 'It is not decided yet with counsel that something is given.',
    todo: 'Write down the decision and move the request on to it.',
  },
  'production-second': {
    happened: 'Whoever prepared it cannot be the second person.',
    todo: 'Ask a colleague who works on this case to read every line.',
  },
  'production-approved': {
    happened: 'Nobody else has looked at it yet.',
    todo: 'Ask a colleague who works on this case to read every line.',
  },
  'production-done': {
    happened: 'This was looked at or given already.',
    todo: 'Open the page again.',
  },
  'production-none': {
    happened: 'Nothing is prepared yet.',
    todo: 'Choose the ordered parts first.',
  },
  'report-later': {
    happened: 'The day of the report lies ahead.',
    todo: 'Choose today or a day before.',
  },
  'report-told': {
    happened: 'It is not said why it was not safe to tell the person it is about.',
    todo: 'Write that in a line.',
  },
  'call-later': {
    happened: 'The time at which they asked lies ahead.',
    todo: 'Write the time at which they asked.',
  },
  'call-seen': {
    happened: 'Somebody has seen to it already.',
    todo: 'Go back to Today. Nothing waits here.',
  },
  'breach-known-later': {
    happened: 'The moment from which it was known lies ahead.',
    todo: 'Choose the moment at which somebody knew.',
  },
  'breach-closed': {
    happened: 'This is closed.',
    todo: 'If something else got out, write it down anew.',
  },
  'breach-safety-first': {
    happened: 'Somebody was not asked yet whether they are safe.',
    todo: 'Ask each of them first; the authority alone may be told before.',
  },
  'breach-authority': {
    happened: 'The authority was not told, and it is not said why it need not be.',
    todo: 'Tell it, or write down why not.',
  },
  'breach-media': {
    happened: 'The list for a lost stick or disk is not gone through.',
    todo: 'Write down what was found or done at each line.',
  },
  'breach-lessons': {
    happened: 'It is not written down what changes from now on.',
    todo: 'Write a line about it.',
  },
  'disclosure-later': {
    happened: 'The day on which this left lies ahead.',
    todo: 'Choose today or a day before.',
  },
  'disclosure-told': {
    happened: 'It is not said why the person it is about was not told.',
    todo: 'Write that in a line, or tell them first.',
  },
  'disclosure-reference': {
    happened: 'It is not said on what this rests.',
    todo: 'Name the order, the law or the danger.',
  },
  'amendment-about': {
    happened: 'A correction belongs to an entry, and none is chosen.',
    todo: 'Choose the entry that is wrong.',
  },
  'amendment-wrong': {
    happened: 'It is not said which words are wrong.',
    todo: 'Copy the wrong words from the entry.',
  },
  'amendment-later': {
    happened: 'The day on which this was said lies ahead.',
    todo: 'Choose today or a day before.',
  },
  'incident-later': {
    happened: 'The time at which this happened lies ahead.',
    todo: 'Choose a time that has passed.',
  },
  'incident-closed': {
    happened: 'This is closed.',
    todo: 'Write down anew what happened since.',
  },
  'incident-not-yours': {
    happened: 'Somebody else wrote this down.',
    todo: 'Tell them, or the director, what is to be added.',
  },
  'incident-actions': {
    happened: 'It is not said what was done.',
    todo: 'Write a line about it, then close it.',
  },
  'check-owner': {
    happened: 'Something is to be done, and it is not said by whom and until when.',
    todo: 'Choose somebody and a day, or leave the action empty.',
  },
  'check-open': {
    happened: 'Not everything was looked at yet.',
    todo: 'Answer each line, then finish.',
  },
  'check-finished': {
    happened: 'This look round is finished.',
    todo: 'Begin a new one.',
  },
  'check-not-yours': {
    happened: 'Somebody else is to do this.',
    todo: 'Tell them, or ask the director to mark it.',
  },
  'check-no-action': {
    happened: 'There is nothing to do about this any more.',
    todo: 'Look at the list again.',
  },
  'thing-not-here': {
    happened: 'This person does not live here now.',
    todo: 'Things are taken in from people who live here. What is kept already can still be given back.',
  },
  'thing-back': {
    happened: 'This was given back.',
    todo: 'If it comes again, take it in again.',
  },
  'device-quiet': {
    happened: 'Nobody has asked yet what could happen if this device went quiet.',
    todo: 'Leave it on. Ask whether somebody would notice, and whether it may be evidence. Then decide together.',
  },
  'device-agreed': {
    happened: 'Somebody may be alarmed when this device goes quiet, and nothing is agreed.',
    todo: 'Write what you agreed on, or leave the device on.',
  },
  'thing-no-device': {
    happened: 'This is not a device.',
    todo: 'Only a device has something to agree on.',
  },
  'activity-lobbying': {
    happened: 'Money of a federal grant does not pay for lobbying (2 CFR 200.450).',
    todo: 'Choose the money that paid for this, or say that it was no lobbying.',
  },
  'activity-later': {
    happened: 'This day is still to come.',
    todo: 'Write it down when it was done. What is planned stands with the campaigns.',
  },
  'activity-test': {
    happened: 'Only a training has questions before and after.',
    todo: 'Choose “A training given”, or leave the questions out.',
  },
  'activity-test-few': {
    happened: 'A mean of fewer than 5 people tells of single ones.',
    todo: 'Leave the questions out.',
  },
  'activity-test-most': {
    happened: 'A mean is higher than the most points there are.',
    todo: 'Look at the three numbers again.',
  },
  'awareness-case-number': {
    happened: 'A word looks like the number of a case.',
    todo: 'Write it another way. Nothing here says who somebody is.',
  },
  'campaign-ends': {
    happened: 'It would end before it begins.',
    todo: 'Choose another last day.',
  },
  'campaign-checks': {
    happened: 'The message was not looked through yet.',
    todo: 'Tick each point, and have somebody read it who lived through it.',
  },
  'material-expiry': {
    happened: 'It would run out before it counts.',
    todo: 'Choose a later day.',
  },
  'material-version': {
    happened: 'There is a newer version already.',
    todo: 'Give it a higher number.',
  },
  'policy-evidence': {
    happened: 'This table was not given out for everybody.',
    todo: 'Give its numbers out for everybody first. A table for a funder stays with the funder.',
  },
  'policy-evidence-full': {
    happened: 'There are 20 tables already.',
    todo: 'Take one off first.',
  },
  'story-minor': {
    happened: 'The story of somebody under 18 is not told, whoever agrees to it.',
    todo: 'If it is not known, it is the same. Numbers can say what a story would.',
  },
  'story-early': {
    happened: 'The first 90 days are a hard time to decide about this.',
    todo: 'Say that waiting costs nothing, and ask again later. If it is still wished for, tick that you talked about it.',
  },
  'story-signed': {
    happened: 'The day of signing is still to come.',
    todo: 'Write it down when it is signed.',
  },
  'story-expiry': {
    happened: 'A story may be told for 12 months at most.',
    todo: 'Choose an earlier last day. It can be signed again then.',
  },
  'story-new-words': {
    happened: 'What was agreed to reads otherwise now.',
    todo: 'Have it signed again, and write down that day. The days to think begin again.',
  },
  'story-over': {
    happened: 'This agreement has ended.',
    todo: 'If it is wished for again, begin a new one.',
  },
  'story-cooling': {
    happened: 'There are 7 days to think again before a story is told for the first time.',
    todo: 'Wait until they are over.',
  },
  'story-use': {
    happened: 'It was not agreed that the story is used for this.',
    todo: 'Choose what was agreed to, or have it signed anew.',
  },
  'story-use-later': {
    happened: 'This day is still to come.',
    todo: 'Write it down on the day.',
  },
  'figures-issued': {
    happened: 'These very numbers were given out already.',
    todo: 'Print that table again.',
  },
  'figures-differ': {
    happened: 'Together with a table that was given out, these numbers would tell of a few people.',
    todo: 'Print the table again that was given out, or choose another time.',
  },
  'figures-other-mode': {
    happened: 'The same people were given out in another way of showing numbers.',
    todo: 'Print that table again. Both together would tell what each hides.',
  },
  'figures-not-over': {
    happened: 'This time is not over yet.',
    todo: 'Give its numbers out when it is.',
  },
  'figures-ours': {
    happened: 'What is counted for this office stays here.',
    todo: 'Choose for whom the numbers are, then give them out.',
  },
  'figures-exact': {
    happened: 'Exact numbers leave only for a funder, by a director who has read which numbers are small.',
    todo: 'Choose rounded numbers, or ask a director.',
  },
  'figures-everybody': {
    happened: 'What is missing is counted without age.',
    todo: 'Choose everybody.',
  },
  'figures-dimensions': {
    happened: 'This would tell people apart by more than two things at once.',
    todo: 'Choose a table with fewer.',
  },
  'figures-never-together': {
    happened: 'These two are never counted together.',
    todo: 'Choose another table.',
  },
  'view-empty': {
    happened: 'There is nothing in this look yet.',
    todo: 'Write one line in any of the three, or leave it.',
  },
  'key-waits-for-colleague': {
    happened: 'The new key waits for a colleague: what it needs of her was lost when the records were damaged.',
    todo: 'Let every colleague sign in once. Then it is given by itself.',
  },
} as const satisfies Record<Rule, RuleWords>;
