// The whole contract: one line per group. From it the client, the handlers, the wire names and the audit actions are derived.
import { activityOperations } from '../records/activity.ts';
import { auditEntryOperations } from '../records/audit-entry.ts';
import { backupOperations } from '../records/backup.ts';
import { backupRuleOperations } from '../records/backup-rule.ts';
import { campaignOperations } from '../records/campaign.ts';
import { caseExitOperations } from '../records/case-exit.ts';
import { calendarOperations } from '../records/calendar.ts';
import { callerLogOperations } from '../records/caller-log.ts';
import { breakGlassOperations } from '../records/break-glass.ts';
import { caseAssignmentOperations } from '../records/case-assignment.ts';
import { colleagueFactsOperations } from '../records/colleague-facts.ts';
import { conflictFlagOperations } from '../records/conflict-flag.ts';
import { housePaperOperations } from '../records/house-paper.ts';
import { housePlaceOperations } from '../records/house-place.ts';
import { householdLinkOperations } from '../records/household-link.ts';
import { episodeOperations } from '../records/episode.ts';
import { samePersonOperations } from '../records/same-person.ts';
import { caseFileOperations } from '../records/case-file.ts';
import { caseNoteOperations } from '../records/case-note.ts';
import { contactAttemptOperations } from '../records/contact-attempt.ts';
import { compartmentOperations } from '../records/compartment.ts';
import { conversationOperations } from '../records/conversation.ts';
import { interpreterOperations } from '../records/interpreter.ts';
import { bookingOperations } from '../records/booking.ts';
import { glanceOperations } from '../records/glance.ts';
import { groupPlaceOperations } from '../records/group-place.ts';
import { groupSessionOperations } from '../records/group-session.ts';
import { mentorPairOperations } from '../records/mentor-pair.ts';
import { peerGroupOperations } from '../records/peer-group.ts';
import { roomOperations } from '../records/room.ts';
import { stayOperations } from '../records/stay.ts';
import { environmentCheckOperations } from '../records/environment-check.ts';
import { handOverOperations } from '../records/hand-over.ts';
import { incidentOperations } from '../records/incident.ts';
import { keptThingOperations } from '../records/kept-thing.ts';
import { wordListOperations } from '../records/word-list.ts';
import { courseOperations } from '../records/course.ts';
import { draftOperations } from '../records/draft.ts';
import { htcdsImportOperations } from '../records/htcds-import.ts';
import { htcdsRecordOperations } from '../records/htcds-record.ts';
import { followUpOperations } from '../records/follow-up.ts';
import { intakeOperations } from '../records/intake.ts';
import { exportPackageOperations } from '../records/export-package.ts';
import { legalHoldOperations } from '../records/legal-hold.ts';
import { legalMatterOperations } from '../records/legal-matter.ts';
import { amendmentOperations } from '../records/amendment.ts';
import { disclosureLogOperations } from '../records/disclosure-log.ts';
import { noBedOperations } from '../records/no-bed.ts';
import { ownCopyOperations } from '../records/own-copy.ts';
import { attachmentOperations } from '../records/attachment.ts';
import { minorityOperations } from '../records/minority.ts';
import { needOperations } from '../records/need.ts';
import { materialOperations } from '../records/material.ts';
import { policyItemOperations } from '../records/policy-item.ts';
import { storyConsentOperations } from '../records/story-consent.ts';
import { yearSummaryOperations } from '../records/year-summary.ts';
import { agreementOperations } from '../records/agreement.ts';
import { partnerMeetingOperations } from '../records/partner-meeting.ts';
import { packageReplyOperations } from '../records/package-reply.ts';
import { receivedPackageOperations } from '../records/received-package.ts';
import { receivingKeyOperations } from '../records/receiving-key.ts';
import { partnerReaderOperations } from '../records/partner-reader.ts';
import { partnerAgencyOperations } from '../records/partner-agency.ts';
import { referralFiguresOperations } from '../records/referral-figures.ts';
import { referralOperations } from '../records/referral.ts';
import { printLogOperations } from '../records/print-log.ts';
import { privilegedBoxOperations } from '../records/privileged-box.ts';
import { releaseOperations } from '../records/release.ts';
import { retentionOperations } from '../records/retention.ts';
import { breachOperations } from '../records/breach.ts';
import { legalRequestOperations } from '../records/legal-request.ts';
import { mandatedReportOperations } from '../records/mandated-report.ts';
import { rightsRequestOperations } from '../records/rights-request.ts';
import { safetyPlanOperations } from '../records/safety-plan.ts';
import { safetyStepOperations } from '../records/safety-step.ts';
import { screeningOperations } from '../records/screening.ts';
import { sealedNoteOperations } from '../records/sealed-note.ts';
import { sentReplyOperations } from '../records/sent-reply.ts';
import { serviceOperations } from '../records/service.ts';
import { salvageOperations } from '../records/salvage.ts';
import { keyFileOperations } from '../records/key-file.ts';
import { sessionOperations } from '../records/session.ts';
import { leavingOperations } from '../records/leaving.ts';
import { workerWishOperations } from '../records/worker-wish.ts';
import { supervisionOperations } from '../records/supervision.ts';
import { trainingGateOperations } from '../records/training-gate.ts';
import { trainingOperations } from '../records/training.ts';
import { staffMemberOperations } from '../records/staff-member.ts';
import { statisticsOperations } from '../records/statistics.ts';
import { statsChoiceOperations } from '../records/stats-choice.ts';
import { supportPlanOperations } from '../records/support-plan.ts';
import { taskOperations } from '../records/task.ts';
import { todayOperations } from '../records/today.ts';
import { identificationIndicatorsOperations } from '../records/identification-indicators.ts';
import { caseListOperations } from '../records/case-list.ts';
import { ownLookOperations } from '../records/own-look.ts';
import { personCausingHarmOperations } from '../records/person-causing-harm.ts';
import { traffickingProfileOperations } from '../records/trafficking-profile.ts';
import { vulnerabilityViewOperations } from '../records/vulnerability-view.ts';
import { wellbeingSettingOperations } from '../records/wellbeing-setting.ts';
import { wordSearchOperations } from '../records/word-search.ts';

export const contract = {
  session: sessionOperations,
  keyFile: keyFileOperations,
  staffMember: staffMemberOperations,
  colleagueFacts: colleagueFactsOperations,
  course: courseOperations,
  training: trainingOperations,
  trainingGate: trainingGateOperations,
  supervision: supervisionOperations,
  workerWish: workerWishOperations,
  leaving: leavingOperations,
  caseFile: caseFileOperations,
  caseAssignment: caseAssignmentOperations,
  breakGlass: breakGlassOperations,
  samePerson: samePersonOperations,
  episode: episodeOperations,
  conflictFlag: conflictFlagOperations,
  housePaper: housePaperOperations,
  housePlace: housePlaceOperations,
  householdLink: householdLinkOperations,
  minority: minorityOperations,
  need: needOperations,
  intake: intakeOperations,
  safetyPlan: safetyPlanOperations,
  supportPlan: supportPlanOperations,
  caseNote: caseNoteOperations,
  contactAttempt: contactAttemptOperations,
  attachment: attachmentOperations,
  printLog: printLogOperations,
  screening: screeningOperations,
  safetyStep: safetyStepOperations,
  wellbeingSetting: wellbeingSettingOperations,
  service: serviceOperations,
  conversation: conversationOperations,
  legalMatter: legalMatterOperations,
  legalHold: legalHoldOperations,
  privilegedBox: privilegedBoxOperations,
  compartment: compartmentOperations,
  sealedNote: sealedNoteOperations,
  caseExit: caseExitOperations,
  followUp: followUpOperations,
  interpreter: interpreterOperations,
  room: roomOperations,
  stay: stayOperations,
  noBed: noBedOperations,
  keptThing: keptThingOperations,
  incident: incidentOperations,
  handOver: handOverOperations,
  environmentCheck: environmentCheckOperations,
  booking: bookingOperations,
  peerGroup: peerGroupOperations,
  glance: glanceOperations,
  groupPlace: groupPlaceOperations,
  groupSession: groupSessionOperations,
  mentorPair: mentorPairOperations,
  wordList: wordListOperations,
  wordSearch: wordSearchOperations,
  release: releaseOperations,
  rightsRequest: rightsRequestOperations,
  amendment: amendmentOperations,
  ownCopy: ownCopyOperations,
  legalRequest: legalRequestOperations,
  mandatedReport: mandatedReportOperations,
  breach: breachOperations,
  callerLog: callerLogOperations,
  disclosureLog: disclosureLogOperations,
  partnerAgency: partnerAgencyOperations,
  agreement: agreementOperations,
  partnerMeeting: partnerMeetingOperations,
  referral: referralOperations,
  referralFigures: referralFiguresOperations,
  activity: activityOperations,
  policyItem: policyItemOperations,
  storyConsent: storyConsentOperations,
  campaign: campaignOperations,
  material: materialOperations,
  yearSummary: yearSummaryOperations,
  statistics: statisticsOperations,
  statsChoice: statsChoiceOperations,
  exportPackage: exportPackageOperations,
  packageReply: packageReplyOperations,
  receivedPackage: receivedPackageOperations,
  sentReply: sentReplyOperations,
  receivingKey: receivingKeyOperations,
  partnerReader: partnerReaderOperations,
  draft: draftOperations,
  ownLook: ownLookOperations,
  caseList: caseListOperations,
  auditEntry: auditEntryOperations,
  backup: backupOperations,
  backupRule: backupRuleOperations,
  salvage: salvageOperations,
  retention: retentionOperations,
  htcdsImport: htcdsImportOperations,
  htcdsRecord: htcdsRecordOperations,
  today: todayOperations,
  task: taskOperations,
  calendar: calendarOperations,
  traffickingProfile: traffickingProfileOperations,
  personCausingHarm: personCausingHarmOperations,
  identificationIndicators: identificationIndicatorsOperations,
  vulnerabilityView: vulnerabilityViewOperations,
};
export type AppContract = typeof contract;
