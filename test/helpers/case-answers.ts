// What the vault answers on every page of one invented case.
import { ids, signedIn } from './people.ts';
import { CaseFileId, StaffMemberId } from '#shared/ids';
import type { StoredCaseFile } from '#shared/records/case-file';
import { CaseNumber } from '#shared/records/case-number';
import { noSafeContact } from '#shared/records/safe-contact';

export const mark = (revision: number) => ({
  revision,
  savedAt: Date.parse('2026-11-23T02:10:00Z'),
  savedBy: { id: StaffMemberId.parse(ids.ana), name: 'Ana' },
});

export const caseOf: StoredCaseFile = {
  ...mark(1),
  id: CaseFileId.parse(ids.heron),
  nameUsed: 'Heron',
  nameUsedIsSafe: true,
  pronouns: 'she/her',
  aliases: [],
  languages: [],
  goodToKnow: [],
  gender: '',
  readingHelp: null,
  dependants: null,
  workerId: null,
  worker: null,
  caseNumber: CaseNumber.parse('7K2-F9Q'),
  openedOn: '2026-11-21',
  openedAt: Date.parse('2026-11-21T20:40:00Z'),
  openedBy: StaffMemberId.parse(ids.ana),
  status: 'ACTIVE',
  closing: null,
  intakeChannel: null,
  trafficking: null,
  eligibility: '',
  moved: null,
  confidentialityNotice: { told: 'NOT_YET', reason: 'REST' },
  safeContact: noSafeContact,
};

/** Answers of a signed-in worker on a page of this case; drafts are kept and forgotten. */
export const caseAnswers = {
  'stay.ofCase': () => ({ stays: [], nights: 0 }),
  'keptThing.ofCase': () => ({
    of: { caseFileId: ids.heron, nameUsed: 'Heron', caseNumber: '7K2-F9Q' },
    isHere: true,
    things: [],
  }),
  'minority.get': () => ({ standing: 'NOT_KNOWN', fromElsewhere: 'NOT_KNOWN', tellBy: null }),
  'session.status': () => signedIn,
  'caseFile.get': () => caseOf,
  'caseFile.summary': () => ({
    caseFile: caseOf,
    openNeeds: [],
    lately: [],
    supportPlan: null,
    safetyPlan: null,
    sealed: false,
    draft: null,
  }),
  'legalHold.list': () => [],
  'retention.ofCase': () => null,
  'workerWish.get': () => null,
  'packageReply.list': () => [],
  'receivedPackage.list': () => [],
  'receivingKey.get': () => null,
  'partnerReader.card': () => ({ shelterWords: null, copies: [] }),
  'conflictFlag.list': () => [],
  'householdLink.list': () => [],
  'samePerson.ofCase': () => ({ cases: [], askWhom: [] }),
  'samePerson.pairs': () => [],
  'referral.list': () => [],
  'service.recentCodes': () => ['FOOD', 'TRANSPORT'],
  'amendment.list': () => [],
  'caseNote.list': () => ({ notes: [], total: 0 }),
  'caseNote.toldOnce': () => [],
  'wordList.get': () => ({ terms: [{ find: 'claims', say: 'says' }], revision: 0 }),
  'interpreter.list': () => [],
  'interpreter.offered': () => [],
  'draft.get': () => null,
  'draft.save': () => ({ savedAt: 1 }),
  'draft.discard': () => ({}),
  'today.get': () => ({
    today: '2026-11-24',
    needs: [],
    openNeeds: 0,
    casesWithOpenNeeds: 0,
    reviews: [],
    releasesEnding: [],
    backup: { lastVerifiedAt: null },
    resume: null,
  }),
};
