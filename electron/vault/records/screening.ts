// Screenings in the vault: scored here, by the cut-offs of the day, and kept with them. A screen that tells of thoughts of dying
// opens its safety step in the same commit, so that no crash and no colleague can come between.
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import { findInstrument } from '#shared/instruments/published';
import type { ScreenAge, Screening, screeningOperations, ScreeningRow } from '#shared/records/screening';
import { screenAge } from '#shared/records/screening-age';
import { ageRefusal, answersRefusal, dayRefusal, resultOf, safetyReason } from '#shared/records/screening-rules';
import type { CalendarDate } from '#shared/time';
import type { WriteContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { settleDraft } from './draft.ts';
import { intakeAnswersOf } from './intake-kind.ts';
import { listRecords, loadRecord, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';
import { openSafetyStep, stepOfScreening } from './safety-step.ts';
import { screeningKind, screeningOpeningKind } from './screening-kind.ts';
import { mayScreen, wellbeingSetting } from './wellbeing-setting.ts';

/** Short enough to be honest, long enough to say something. */
const SHORTEST_REASON = 3;

type Reader = { readonly db: ReadableDb };

export const screeningsOf = (reader: Reader, caseFileId: string): Stored<Screening>[] =>
  listRecords(reader, screeningKind, 't.case_file_id = ? ORDER BY t.done_on DESC, t.revision_seq DESC', [caseFileId]);

function row(reader: Reader, stored: Stored<Screening>): ScreeningRow {
  const { caseFileId, instrumentId, instrumentVersion, doneOn, result, safety, setAside } = stored.body;
  return {
    ...revisionMark(reader, stored),
    id: RecordId.parse(stored.id),
    ...{ caseFileId, instrumentId, instrumentVersion, doneOn, result, safety, setAside },
    step: safety === null ? null : stepOfScreening(reader, stored.id),
  };
}

/** What the intake says; and where it says nothing, what was asked before another screen: people only get older. */
function ageOn(reader: Reader, caseFileId: string, on: CalendarDate): ScreenAge {
  const told = screenAge(intakeAnswersOf(reader, caseFileId), on);
  if (told !== 'UNKNOWN') return told;
  const wasAsked = screeningsOf(reader, caseFileId).some(({ body }) => body.ageSaid && body.doneOn <= on);
  return wasAsked ? 'OLD_ENOUGH' : 'UNKNOWN';
}

function requireScreener(context: WriteContext): void {
  if (!mayScreen(context, context.staffMember)) throw new VaultError('not-allowed');
}

export const screeningHandlers: Handlers<typeof screeningOperations> = {
  list: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    return {
      rows: screeningsOf(context, caseFileId).map((stored) => row(context, stored)),
      age: ageOn(context, caseFileId, context.today()),
      mayScreen: mayScreen(context, context.staffMember),
      cuts: wellbeingSetting(context).cuts,
    };
  },
  save: (context, { given, ageSaid, ...done }) => {
    requireScreener(context);
    caseRef(context, done.caseFileId);
    const instrument = findInstrument(done.instrumentId, done.instrumentVersion);
    if (instrument === undefined) throw new VaultError('rule-broken', { rule: 'screening-answers' });
    const age = ageOn(context, done.caseFileId, done.doneOn);
    obey(answersRefusal(instrument, given) ?? dayRefusal(done.doneOn, context.today()) ?? ageRefusal(age, ageSaid));
    const result = resultOf(instrument, given, wellbeingSetting(context).cuts);
    const safety = safetyReason(instrument.id, given, result);
    const body: Screening = { ...done, given, result, safety, ageSaid: age === 'UNKNOWN' && ageSaid, setAside: false };
    const record = { id: context.newId(), caseFileId: done.caseFileId, body, expectedRevision: 0 };
    const saved = saveRecord(context, screeningKind, record);
    if (safety !== null) openSafetyStep(context, done.caseFileId, RecordId.parse(saved.id), safety);
    settleDraft(context, 'screening', done.caseFileId);
    return row(context, saved);
  },
  setAside: (context, { screeningId, basedOn }) => {
    requireScreener(context);
    const { body } = loadRecord(context, screeningKind, screeningId);
    obey(stepOfScreening(context, screeningId)?.isOpen === true ? 'screening-step-open' : null);
    const { caseFileId } = body;
    const after = { id: screeningId, caseFileId, body: { ...body, setAside: true }, expectedRevision: basedOn };
    return row(context, saveRecord(context, screeningKind, after));
  },
  openAnswers: (context, { screeningId, reason }) => {
    requireScreener(context);
    const stored = loadRecord(context, screeningKind, screeningId);
    const { caseFileId, given } = stored.body;
    if (stored.savedBy === context.staffMember.id) return { given };
    obey(reason.length < SHORTEST_REASON ? 'screening-reason' : null);
    saveRecord(context, screeningOpeningKind, {
      id: context.newId(),
      caseFileId,
      body: { caseFileId, screeningId, reason },
      expectedRevision: 0,
    });
    return { given };
  },
};
