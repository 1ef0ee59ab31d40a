// The kinds of records that the stories of a golden vault do not tell by the way: one of each.
import { type CaseFileId, RecordId } from '#shared/ids';
import { noDetails } from '#shared/records/conversation';
import { firstWish } from '#shared/records/case-list';
import { PartnerAgencyId } from '#shared/records/partner-agency';
import { aNote } from './casework.ts';
import { type FilledIds, MARA } from './filled-vault.ts';
import { handOver } from './filled-house-life.ts';
import type { TestVault } from './vault.ts';

export async function oneOfEachElse(vault: TestVault, ids: FilledIds, elsewhere: string): Promise<void> {
  const { caseFileId } = ids;
  await theUnsafeTalk(vault, caseFileId);
  await theCall(vault, caseFileId);
  await theOwnCopy(vault, caseFileId);
  await theLooks(vault, ids);
  await theCaller(vault, ids);
  // The one of the story is gone by now: a hand-over is kept two weeks.
  await handOver(vault, caseFileId);
  const partnerAgencyId = PartnerAgencyId.parse(ids.agencyId);
  await vault.ask('partnerReader.handOver', { partnerAgencyId, folder: vault.grant(elsewhere) });
  const card = { sheet: 'SAFETY_CARD' as const, lines: 8, withName: false, shredOn: '2026-12-01' };
  await vault.ask('printLog.add', { caseFileId, ...card });
  await vault.ask('wordList.save', { terms: [{ find: 'rescued', say: 'left' }], basedOn: 0 });
  await vault.ask('retention.saveRules', { CASE: 400, INQUIRY: 30, SHARED: 1_095, basedOn: 0 });
  await thePartErased(vault, caseFileId);
  const holiday = { on: '2026-11-30', name: 'A day of this town', everyYear: true };
  const words = { 'RIGHTS.POLICY': { amount: 10, source: 'Our own rule', checkedOn: '2026-11-02' } };
  await vault.ask('housePlace.save', { pack: 'BLANK', own: [holiday], worked: [], words, basedOn: 0 });
  await vault.ask('backupRule.save', { askAfterDays: 3, places: 2, clearsOlder: true, basedOn: 0 });
  await vault.ask('ownLook.keep', { scheme: 'dark', textSize: 110, namesHidden: false });
  await vault.ask('caseList.keep', { lists: [{ name: 'This week', wish: { ...firstWish, waiting: 'week' } }] });
}

/** One note, at her wish. */
async function thePartErased(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  const { id: noteId } = await vault.ask('caseNote.add', aNote(caseFileId, { body: 'Not this one.' }));
  const request = await vault.ask('rightsRequest.receive', {
    caseFileId,
    kind: 'ERASE',
    receivedOn: '2026-11-02',
    words: 'Take that out',
    askedBy: { who: 'SELF' },
    timing: 'POLICY',
  });
  const of = { requestId: request.id, basedOn: request.revision };
  await vault.ask('rightsRequest.checkIdentity', { ...of, how: 'IN_PERSON' });
  const chosen = { caseFileId, requestId: request.id, categories: [], recordIds: [RecordId.parse(noteId)] };
  await vault.ask('retention.erasePart', { ...chosen, second: MARA });
}

/** With an interpreter who turned out to know somebody: stopped, with a word of why. */
async function theUnsafeTalk(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  const languages = { agency: 'Bridge', languages: ['Quechua'], dialect: '', gender: '', ties: [] };
  const sworn = { vettedOn: '2026-11-02', confidentialitySignedOn: '2026-11-03' };
  const { id: interpreterId } = await vault.ask('interpreter.save', {
    basedOn: 0,
    details: { name: 'Rosa', ...languages, ...sworn },
  });
  const { id: conversationId, revision } = await vault.ask('conversation.begin', { caseFileId, purpose: 'SAFETY' });
  const no = 'NOT_ASKED' as const;
  const conflict = { COMMUNITY: no, FAMILY: no, EMPLOYER: no, NETWORK: no };
  const use = { how: 'VETTED' as const, interpreterId, approved: 'YES' as const, conflict };
  const { revision: basedOn } = await vault.ask('conversation.useInterpreter', {
    conversationId,
    basedOn: revision,
    use,
  });
  const stop = { conversationId, basedOn, details: { ...noDetails, alsoPresent: 'Nobody' } };
  const { exclusionId } = await vault.ask('conversation.stopUnsafe', stop);
  if (exclusionId === null) throw new Error('no interpreter was left out');
  await vault.ask('interpreter.sayWhy', { exclusionId, reason: 'Asked her where her sister lives' });
}

async function theCall(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  const way = { way: 'TEXT' as const, value: '0155 0100', override: null };
  const { id: attemptId, revision: basedOn } = await vault.ask('contactAttempt.begin', { caseFileId, ...way });
  await vault.ask('contactAttempt.end', { attemptId, basedOn, outcome: 'NO_ANSWER' });
}

/** Who asked in a threatening way: perhaps for her, and somebody has seen to it. One more with words that are kept. */
async function theCaller(vault: TestVault, { callId: id, caseFileId }: FilledIds): Promise<void> {
  const callId = RecordId.parse(id);
  await vault.ask('callerLog.match', { callId, caseFileId });
  await vault.ask('callerLog.seen', { callId, basedOn: 1 });
  const told = { way: 'MESSAGE' as const, claimed: 'FRIEND' as const, script: 'NOTHING' as const, number: '0155 0177' };
  const words = { claimedWords: 'A friend from school', askedFor: 'Whether she is well' };
  await vault.ask('callerLog.add', { ...told, at: vault.clock.now, isThreat: false, words });
}

/** The copy that she asked for in the story, read together. */
async function theOwnCopy(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  const { requests } = await vault.ask('rightsRequest.list', { caseFileId });
  const requestId = requests.find(({ kind }) => kind === 'COPY')!.id;
  const { sha256 } = await vault.ask('ownCopy.read', { caseFileId, scope: 'WHOLE' });
  await vault.ask('ownCopy.hand', { caseFileId, requestId, sha256, masks: [], way: 'READ_TOGETHER' });
}

/** What is opened with a reason: an address of an agency, and answers of a screen by somebody who did not go through it. */
async function theLooks(vault: TestVault, { agencyId, screeningId }: FilledIds): Promise<void> {
  const reason = 'Before the visit of the nurse';
  await vault.ask('partnerAgency.openAddress', { partnerAgencyId: PartnerAgencyId.parse(agencyId), reason });
  vault.vault.close();
  await vault.unlock(MARA);
  await vault.ask('screening.openAnswers', { screeningId: RecordId.parse(screeningId), reason });
  vault.vault.close();
  await vault.unlock();
}
