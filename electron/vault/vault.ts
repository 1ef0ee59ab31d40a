// The vault as the process sees it: one router over one session. Runs unchanged in plain Node under the tests.
import { contract } from '#shared/contract/index';
import type { ChoicePurpose } from '#shared/contract/bridge';
import type { Result, TaskControl } from '#shared/contract/operation';
import { compartmentHandlers } from './access/compartment.ts';
import { sessionHandlers, staffMemberHandlers } from './access/handlers.ts';
import { auditEntryHandlers } from './audit/handlers.ts';
import { keyFileHandlers } from './access/key-file-handlers.ts';
import { blobKeeper } from './attachments/blob-keeper.ts';
import { attachmentHandlers } from './attachments/handlers.ts';
import { retentionHandlers } from './erasure/handlers.ts';
import { caseExitHandlers } from './records/case-exit.ts';
import { amendmentHandlers } from './records/amendment.ts';
import { disclosureLogHandlers } from './records/disclosure-log.ts';
import { breachHandlers } from './records/breach.ts';
import { legalRequestHandlers } from './records/legal-request.ts';
import { mandatedReportHandlers } from './records/mandated-report.ts';
import { ownCopyHandlers } from './own-copy/handlers.ts';
import { calendarHandlers } from './records/calendar.ts';
import { callerLogHandlers } from './records/caller-log.ts';
import { breakGlassHandlers } from './records/break-glass.ts';
import { caseAssignmentHandlers } from './records/case-assignment.ts';
import { colleagueFactsHandlers } from './records/colleague-facts.ts';
import { courseHandlers } from './records/course.ts';
import { leavingHandlers } from './records/leaving.ts';
import { workerWishHandlers } from './records/worker-wish.ts';
import { supervisionHandlers } from './records/supervision.ts';
import { trainingGateHandlers } from './records/training-gate.ts';
import { trainingHandlers } from './records/training.ts';
import { conflictFlagHandlers } from './records/conflict-flag.ts';
import { housePaperHandlers } from './records/house-paper.ts';
import { backupRuleHandlers } from './records/backup-rule.ts';
import { housePlaceHandlers } from './records/house-place-handlers.ts';
import { householdLinkHandlers } from './records/household-link.ts';
import { episodeHandlers } from './records/episode.ts';
import { samePersonHandlers } from './records/same-person.ts';
import { caseFileHandlers } from './records/case-file.ts';
import { caseNoteHandlers } from './records/case-note.ts';
import { contactAttemptHandlers } from './records/contact-attempt.ts';
import { conversationHandlers } from './records/conversation.ts';
import { interpreterHandlers } from './records/interpreter.ts';
import { noBedHandlers } from './records/no-bed.ts';
import { activityHandlers } from './advocacy/activity.ts';
import { campaignHandlers } from './advocacy/campaign.ts';
import { materialHandlers } from './advocacy/material.ts';
import { policyItemHandlers } from './advocacy/policy-item.ts';
import { storyConsentHandlers } from './advocacy/story-consent.ts';
import { yearSummaryHandlers } from './advocacy/year-summary.ts';
import { bookingHandlers } from './records/booking.ts';
import { glanceHandlers } from './records/glance.ts';
import { groupPlaceHandlers } from './records/group-place.ts';
import { groupSessionHandlers } from './records/group-session.ts';
import { mentorPairHandlers } from './records/mentor-pair.ts';
import { peerGroupHandlers } from './records/peer-group.ts';
import { roomHandlers } from './records/room.ts';
import { stayHandlers } from './records/stay.ts';
import { wordListHandlers } from './records/word-list.ts';
import { draftHandlers } from './records/draft.ts';
import { followUpHandlers } from './records/follow-up.ts';
import { htcdsImportHandlers } from './records/htcds-import.ts';
import { htcdsRecordHandlers } from './records/htcds-record.ts';
import { intakeHandlers } from './records/intake.ts';
import { environmentCheckHandlers } from './records/environment-check.ts';
import { handOverHandlers } from './records/hand-over.ts';
import { incidentHandlers } from './records/incident.ts';
import { keptThingHandlers } from './records/kept-thing.ts';
import { legalHoldHandlers } from './records/legal-hold.ts';
import { legalMatterHandlers } from './records/legal-matter.ts';
import { minorityHandlers } from './records/minority.ts';
import { needHandlers } from './records/need.ts';
import { exportPackageHandlers } from './packages/handlers.ts';
import { partnerReaderHandlers } from './packages/partner-reader.ts';
import { sentReplyHandlers } from './packages/sent-reply-handlers.ts';
import { receivedPackageHandlers } from './packages/received-handlers.ts';
import { receivingKeyHandlers } from './packages/receiving-key.ts';
import { packageReplyHandlers } from './packages/reply-handlers.ts';
import { caseListHandlers } from './records/case-list.ts';
import { ownLookHandlers } from './records/own-look.ts';
import { agreementHandlers } from './records/agreement.ts';
import { partnerMeetingHandlers } from './records/partner-meeting.ts';
import { partnerAgencyHandlers } from './records/partner-agency.ts';
import { printLogHandlers } from './records/print-log.ts';
import { privilegedBoxHandlers } from './records/privileged-box.ts';
import { referralFiguresHandlers } from './records/referral-figures.ts';
import { referralHandlers } from './records/referral.ts';
import { releaseHandlers } from './records/release.ts';
import { rightsRequestHandlers } from './records/rights-request.ts';
import { backupHandlers } from './backup/handlers.ts';
import { salvageHandlers } from './salvage/handlers.ts';
import { startClean } from './backup/start-clean.ts';
import { StickDesk } from './removable/stick-desk.ts';
import { safetyPlanHandlers } from './records/safety-plan.ts';
import { safetyStepHandlers } from './records/safety-step.ts';
import { screeningHandlers } from './records/screening.ts';
import { sealedNoteHandlers } from './records/sealed-note.ts';
import { serviceHandlers } from './records/service.ts';
import { supportPlanHandlers } from './records/support-plan.ts';
import { taskHandlers } from './records/task.ts';
import { todayHandlers } from './records/today.ts';
import { identificationIndicatorsHandlers } from './records/identification-indicators.ts';
import { personCausingHarmHandlers } from './records/person-causing-harm.ts';
import { traffickingProfileHandlers } from './records/trafficking-profile.ts';
import { vulnerabilityViewHandlers } from './records/vulnerability-view.ts';
import { wellbeingSettingHandlers } from './records/wellbeing-setting.ts';
import { wordSearchHandlers } from './records/word-search.ts';
import { statsChoiceHandlers } from './records/stats-choice.ts';
import { statisticsHandlers } from './statistics/handlers.ts';
import { createRouter } from './router.ts';
import { createSession, type Session, type SessionSettings } from './session.ts';

export interface Vault {
  handle(name: string, request: unknown, control: TaskControl): Promise<Result<unknown>>;
  grant(choice: { readonly handle: string; readonly path: string; readonly purpose: ChoicePurpose }): void;
  /** Checkpoint, forget the keys, close the files. Safe to call while locked. */
  close(): void;
  /** Minutes of stillness until the screen locks, or null while locked. */
  lockAfterMinutes(): number | null;
}

/** Builds the vault of one data folder. Nothing is opened or created until an operation asks. */
export function createVault(settings: SessionSettings): Vault {
  const session = createSession(settings);
  const route = createRouter(
    contract,
    handlersOf(session, new StickDesk(settings.sticks, () => settings.now())),
    session,
  );
  const started = startClean(settings);
  return {
    handle: async (name, request, control) => {
      await started;
      return route(name, request, control);
    },
    grant: ({ handle, path }) => session.grant(handle, path),
    close: () => {
      session.keyFiles.unfollow();
      session.leave();
    },
    lockAfterMinutes: () => {
      if (!session.isOpen()) return null;
      const row = session
        .opened()
        .vault.db.get<{ minutes: number }>('SELECT lock_after_minutes AS minutes FROM vault_state');
      return row?.minutes ?? null;
    },
  };
}

/** One line per group. Forgetting one does not compile. */
function handlersOf(session: Session, desk: StickDesk) {
  const folder = session.settings.place.attachments;
  const keeper = blobKeeper(folder);
  const files = () => ({ folder, vaultId: session.opened().vault.vaultId });
  const { sticks: medium, startPress } = session.settings;
  const room = { desk, medium, files, keeper, startPress };
  return {
    session: sessionHandlers(session),
    keyFile: keyFileHandlers(session, desk),
    staffMember: staffMemberHandlers(session),
    colleagueFacts: colleagueFactsHandlers,
    course: courseHandlers,
    training: trainingHandlers,
    trainingGate: trainingGateHandlers,
    supervision: supervisionHandlers,
    workerWish: workerWishHandlers,
    leaving: leavingHandlers,
    caseFile: caseFileHandlers,
    caseAssignment: caseAssignmentHandlers,
    breakGlass: breakGlassHandlers,
    samePerson: samePersonHandlers,
    episode: episodeHandlers,
    conflictFlag: conflictFlagHandlers,
    housePaper: housePaperHandlers,
    housePlace: housePlaceHandlers,
    householdLink: householdLinkHandlers,
    minority: minorityHandlers,
    need: needHandlers,
    intake: intakeHandlers,
    safetyPlan: safetyPlanHandlers,
    supportPlan: supportPlanHandlers,
    caseNote: caseNoteHandlers,
    contactAttempt: contactAttemptHandlers,
    attachment: attachmentHandlers(session, keeper),
    printLog: printLogHandlers,
    screening: screeningHandlers,
    safetyStep: safetyStepHandlers,
    wellbeingSetting: wellbeingSettingHandlers,
    service: serviceHandlers,
    conversation: conversationHandlers,
    legalMatter: legalMatterHandlers,
    legalHold: legalHoldHandlers,
    privilegedBox: privilegedBoxHandlers,
    compartment: compartmentHandlers(session),
    sealedNote: sealedNoteHandlers,
    caseExit: caseExitHandlers,
    followUp: followUpHandlers,
    interpreter: interpreterHandlers,
    room: roomHandlers,
    stay: stayHandlers,
    keptThing: keptThingHandlers,
    incident: incidentHandlers,
    handOver: handOverHandlers,
    environmentCheck: environmentCheckHandlers,
    noBed: noBedHandlers,
    activity: activityHandlers,
    policyItem: policyItemHandlers,
    storyConsent: storyConsentHandlers,
    campaign: campaignHandlers,
    material: materialHandlers,
    yearSummary: yearSummaryHandlers,
    booking: bookingHandlers,
    peerGroup: peerGroupHandlers,
    glance: glanceHandlers,
    groupPlace: groupPlaceHandlers,
    groupSession: groupSessionHandlers,
    mentorPair: mentorPairHandlers,
    wordList: wordListHandlers,
    wordSearch: wordSearchHandlers,
    release: releaseHandlers,
    rightsRequest: rightsRequestHandlers,
    amendment: amendmentHandlers,
    legalRequest: legalRequestHandlers,
    mandatedReport: mandatedReportHandlers,
    breach: breachHandlers,
    callerLog: callerLogHandlers,
    ownCopy: ownCopyHandlers(room),
    disclosureLog: disclosureLogHandlers,
    partnerAgency: partnerAgencyHandlers,
    agreement: agreementHandlers,
    partnerMeeting: partnerMeetingHandlers,
    referral: referralHandlers,
    referralFigures: referralFiguresHandlers,
    statistics: statisticsHandlers(session, room),
    statsChoice: statsChoiceHandlers,
    exportPackage: exportPackageHandlers(room),
    packageReply: packageReplyHandlers,
    receivedPackage: receivedPackageHandlers(session),
    sentReply: sentReplyHandlers(room),
    receivingKey: receivingKeyHandlers(room),
    partnerReader: partnerReaderHandlers({ ...room, readerPage: session.settings.readerPage }),
    draft: draftHandlers,
    auditEntry: auditEntryHandlers(session, room),
    backup: backupHandlers(session, desk, keeper),
    backupRule: backupRuleHandlers,
    salvage: salvageHandlers(session),
    retention: retentionHandlers(session, desk, keeper),
    ownLook: ownLookHandlers,
    caseList: caseListHandlers,
    htcdsImport: htcdsImportHandlers(session.settings.startParser),
    htcdsRecord: htcdsRecordHandlers,
    today: todayHandlers,
    task: taskHandlers,
    calendar: calendarHandlers,
    traffickingProfile: traffickingProfileHandlers,
    personCausingHarm: personCausingHarmHandlers,
    identificationIndicators: identificationIndicatorsHandlers,
    vulnerabilityView: vulnerabilityViewHandlers,
  };
}
