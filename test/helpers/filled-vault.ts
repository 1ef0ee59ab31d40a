// A shelter two months into its work, all invented: a vault as the app would find it, with every kind of record in it.
// Filled through the router, in seconds; what only a screen can do is done on the screen.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { CaseFileId, StaffMemberId } from '#shared/ids';
import { ChoiceHandle, RecordId } from '#shared/ids';
import { emptyExit, ExitItem } from '#shared/records/case-exit';
import { windowsAfter } from '#shared/records/health-window';
import { PartnerAgencyId } from '#shared/records/partner-agency';
import type { ReferralAct, ReferralWritten } from '#shared/records/referral';
import type { LegalMatter } from '#shared/records/legal-matter';
import type { SealedNoteWords } from '#shared/records/sealed-note';
import type { NeedChange, NewNeed } from '#shared/records/need';
import type { ReleaseDraft } from '#shared/records/release';
import type { ServiceCode } from '#shared/records/service-codes';
import type { StoredSupportPlan } from '#shared/records/support-plan';
import { makeWorkbook } from '../../build/workbooks/generate.mjs';
import { productTools } from '../../electron/vault/keys/kdf.ts';
import {
  agencyDetails,
  aGoal,
  aNote,
  aRelease,
  aSafetyPlan,
  aSupportPlan,
  onPaper,
  openCase,
  said,
} from './casework.ts';
import { aPdf } from './documents.ts';
import { askedLongAgo, askLately } from './filled-callers.ts';
import { raiseAwareness, turnAway } from './filled-awareness.ts';
import { giveNumbers } from './filled-figures.ts';
import { comeBack, stayAWhile } from './filled-return.ts';
import { bookRooms, meet } from './filled-groups.ts';
import { sleepThere } from './filled-house.ts';
import { beginLookRound, handOver, happen, keepThings, lookRound } from './filled-house-life.ts';
import { askAboutTheRecord, comesFromOutside } from './filled-rights.ts';
import { trainTeam } from './filled-team.ts';
import { comesFromOthers } from './filled-received.ts';
import { forkedParsers } from './parser-process.ts';
import { passphraseOf } from './passphrases.ts';
import { phoneJpeg } from './pictures.ts';
import { DIRECTOR, testClock, type TestVault, vaultOn } from './vault.ts';

/** The moment at which the app is opened on it. */
export const FILLED_UNTIL = '2026-05-02T09:30';

/** What the pages are opened on; named as in their paths. */
export interface FilledIds {
  readonly caseFileId: CaseFileId;
  /** A person who came with a workbook. */
  readonly importedCaseId: CaseFileId;
  /** Somebody who came back, with a sealed earlier file. */
  readonly returnedCaseId: CaseFileId;
  readonly agencyId: string;
  /** What came from outside, and a paper for the desk. */
  readonly requestId: string;
  readonly breachId: string;
  readonly paper: string;
  /** Somebody asked in a threatening way. */
  readonly callId: string;
  /** What happened in the house and is not closed. */
  readonly incidentId: string;
  /** A look round the house that goes on, and one that is finished. */
  readonly checkId: string;
  readonly finishedCheckId: string;
  readonly referralId: string;
  /** Taken back after something was told under it. */
  readonly releaseId: string;
  readonly sheet: string;
  /** A part of what happened, and a list of its indicators. */
  readonly part: string;
  readonly profile: string;
  /** A screen to go through, and a result whose safety step is open. */
  readonly instrumentId: string;
  readonly screeningId: string;
  /** A package that another house sent. */
  readonly receivedId: string;
  /** Of what was erased. */
  readonly certificate: string;
  /** Numbers that were given out. */
  readonly tableId: string;
  /** A colleague who prepares to leave. */
  readonly staffId: string;
  /** A group with people and meetings. */
  readonly groupId: string;
  /** Something that is asked for, with evidence. */
  readonly itemId: string;
  /** A story that may be told. */
  readonly storyId: string;
}

/** A computer so small that the product asks for the least stretching it allows: the app is to open it, a thief is not. */
const LEAST_MEMORY = 256 * 1024 ** 2;

/** Fills a folder in which there is no vault yet. `sticks`: a folder for the backup; `parser`: the built parser. */
export async function fillVault(dataDir: string, sticks: string, parser: string): Promise<FilledIds> {
  const clock = testClock('2026-03-02T21:40');
  const startParser = forkedParsers({ entry: parser, remove: () => undefined });
  const vault = vaultOn(dataDir, clock, { tools: productTools, totalMemoryBytes: LEAST_MEMORY, startParser });
  await vault.ask('session.createVault', { shelterName: 'Willow House', directorName: 'Ana', ...DIRECTOR });
  const { code } = await vault.ask('session.makeRecoveryCode', {});
  await vault.ask('session.confirmRecoveryCode', { code });
  const ids = await tellStory(vault, sticks);
  vault.vault.close();
  return ids;
}

/** The two months, in a vault that DIRECTOR has just begun on 2 March 2026, with her signed in before and after it. */
export async function tellStory(vault: TestVault, sticks: string): Promise<FilledIds> {
  const importedCaseId = await bringIn(vault, sticks);
  const caseFileId = await openCase(vault, 'Maya');
  await tellWhoSheIs(vault, caseFileId);
  await tellWhatHappened(vault, caseFileId);
  await planSafety(vault, caseFileId);
  const plan = await planSupport(vault, caseFileId);
  const agencyId = await addAgencies(vault);
  await sign(vault, aRelease(caseFileId, { partnerAgencyId: RecordId.parse(agencyId) }));
  const asked = await onlyAsked(vault);
  await askedLongAgo(vault);
  const earlier = await stayAWhile(vault);
  const movedOut = await leaveWell(vault, 'Ines', '2026-03-28');
  await openOther(vault, 'Heron', '2026-04-02');
  await lookBack(vault, plan);
  const wren = await openOther(vault, 'Wren', '2026-04-19');
  await turnAway(vault);
  await linkAndKeepApart(vault, caseFileId, wren);
  await vault.ask('backup.create', { folder: ChoiceHandle.parse(vault.grant(sticks)) });
  const releaseId = await permitMore(vault, caseFileId, agencyId);
  const referralId = await refer(vault, caseFileId, agencyId);
  await writeNotes(vault, caseFileId);
  await askAboutTheRecord(vault, caseFileId);
  await tryToReach(vault, movedOut);
  await nameNeeds(vault, caseFileId);
  const returnedCaseId = await comeBack(vault, earlier);
  await logServices(vault, caseFileId);
  await keepFiles(vault, caseFileId, sticks);
  await askTheLaw(vault, caseFileId);
  const outside = await comesFromOutside(vault, caseFileId);
  const callId = await askLately(vault);
  await prepareToLeave(vault, caseFileId);
  const receivedId = await comesFromOthers(vault, caseFileId, sticks);
  const screeningId = await goThroughScreens(vault, caseFileId);
  const tomas = await openOther(vault, 'Tomás', '2026-05-01');
  await sleepThere(vault, [caseFileId, wren, tomas]);
  await keepThings(vault, caseFileId, wren);
  const incidentId = await happen(vault, caseFileId, wren);
  const finishedCheckId = await lookRound(vault);
  const checkId = await beginLookRound(vault);
  const groupId = await meet(vault, { maya: caseFileId, wren, tomas });
  await bookRooms(vault, caseFileId);
  await vault.ask('task.add', { words: 'Bring the bag down', dueOn: '2026-05-02', time: '16:30', caseFileId });
  await vault.ask('task.add', { words: 'Buy tea for the house', dueOn: '2026-05-03' });
  await sealNotes(vault, caseFileId);
  await workTheNight(vault, caseFileId);
  const certificate = await letGo(vault, asked);
  const tableId = await giveNumbers(vault, caseFileId);
  const staffId = await trainTeam(vault, caseFileId);
  const awareness = await raiseAwareness(vault);
  return {
    caseFileId,
    importedCaseId,
    returnedCaseId,
    agencyId,
    referralId,
    releaseId,
    ...outside,
    callId,
    incidentId,
    checkId,
    finishedCheckId,
    paper: 'DESK_SCRIPT',
    sheet: 'SUPPORT_PLAN',
    part: 'carries',
    profile: 'al',
    instrumentId: 'pc-ptsd-5',
    screeningId,
    receivedId,
    certificate,
    tableId,
    staffId,
    groupId,
    ...awareness,
  };
}

/** A small workbook, brought in: its first person is the answer. Beside it one full of questions, for the screen. */
async function bringIn(vault: TestVault, folder: string): Promise<CaseFileId> {
  const newcomers = await makeWorkbook({ seed: 9, people: 60, shape: 'single', traps: true });
  writeFileSync(join(folder, 'newcomers.xlsx'), newcomers);
  const path = join(folder, 'residents.xlsx');
  writeFileSync(path, await makeWorkbook({ seed: 7, people: 6, shape: 'single', traps: true }));
  const { importId } = await vault.ask('htcdsImport.open', { file: ChoiceHandle.parse(vault.grant(path)) });
  await vault.ask('htcdsImport.commit', { importId });
  const { rows } = await vault.ask('caseFile.list', {});
  return rows[0]!.id;
}

async function tellWhoSheIs(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  const answers = {
    'confidentiality-notice': said('yes'),
    'notes-consent': said('yes'),
    pronouns: said('she'),
    languages: said('Spanish, some English'),
    'feels-safe': said('a-little'),
    safer: said('A chair under the door handle, and to know who walks past.'),
    'sleep-best': { state: 'NOT_ASKED' as const, later: true as const },
    door: said('Knock, wait, say your name.'),
    allergy: said('Peanuts.'),
    medicine: { state: 'DECLINED' as const },
    'access-needs': said(['quiet', 'soft-light']),
    'identify-as': said('Mia from the library'),
    'born-on': said({ precision: 'year', year: 1994 }),
    'first-wish': said('To sleep, and then to call my sister.'),
    trusted: { state: 'UNKNOWN' as const },
  };
  await vault.ask('intake.save', { caseFileId, basedOn: 0, formVersion: 1, answers });
  const { revision } = await vault.ask('caseFile.get', { caseFileId });
  const way = { value: '', safe: 'NO' as const, when: '', caution: '', voicemail: 'NO' as const };
  await vault.ask('caseFile.saveSafeContact', {
    caseFileId,
    basedOn: revision,
    safeContact: {
      identifyAs: 'Mia from the library',
      methods: [
        { ...way, way: 'TEXT', value: '0155 0100', safe: 'YES', when: 'weekdays 10 to 12' },
        { ...way, way: 'CALL', value: '0155 0100', caution: 'a room-mate answers' },
        { ...way, way: 'POST', safe: 'UNKNOWN', voicemail: 'UNKNOWN' },
      ],
    },
  });
  const named = await vault.ask('caseFile.get', { caseFileId });
  const aliases = [
    { text: 'Maya', use: 'CHOSEN' as const, safeToSayAloud: true },
    { text: 'Marisol Vega', use: 'DOCUMENT' as const, safeToSayAloud: false },
    { text: 'Łucja', use: 'NICKNAME' as const, safeToSayAloud: true },
    { text: 'مايا', use: 'OTHER' as const, safeToSayAloud: false },
  ];
  await vault.ask('caseFile.updateDetails', { caseFileId, basedOn: named.revision, details: { aliases } });
  await vault.ask('caseFile.changeStatus', { caseFileId, to: 'ACTIVE' });
}

async function tellWhatHappened(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  const lines = (...words: string[]) => said(words.map((each) => ({ words: each })));
  const answers = {
    acts: said(['recruitment', 'transport', 'harbouring']),
    'acts-us': { state: 'NOT_APPLICABLE' as const },
    'age-then': said('24-26'),
    means: said(['deception', 'abuse-of-vulnerability']),
    'methods-of-control': said(['WithholdsDocuments', 'RestrictsMovement', 'DebtBondage']),
    purposes: said(['ForcedLabour']),
    'labour-sector': said(['T_ActivitiesOfHouseholdsAsEmployers']),
    'sex-type': { state: 'DECLINED' as const },
    countries: said(['IT', 'DE']),
    duration: said('7-to-12-months'),
    strengths: lines('Sews without a pattern', 'Makes people laugh'),
    'what-helps': lines('The door open a little'),
    impact: said(['sleep', 'trust', 'self-harm-thoughts', 'debt']),
    'general-signs': { ...said(['few-belongings']), source: 'OBSERVED' as const },
  };
  await vault.ask('traffickingProfile.save', { caseFileId, basedOn: 0, formVersion: 1, answers });
  const known = { relation: 'Acquainted' as const, roles: ['RecruiterOrIntermediary' as const] };
  const words = { names: 'Grimshanks', plates: 'KL 4711', addresses: '' };
  await vault.ask('personCausingHarm.add', {
    ...known,
    caseFileId,
    details: { sheAsked: true, wantedFor: 'SAFETY_PLANNING', ...words },
  });
  const present = ['d1-work', 'd1-wages', 'd3-economic', 'd4-hours', 'd4-wages', 'd5-papers', 'd5-isolation'];
  const marks = Object.fromEntries(present.map((id) => [id, 'PRESENT' as const]));
  const indicators = {
    caseFileId,
    profile: 'AL' as const,
    basedOn: 0,
    marks: { ...marks, 'd1-housing': 'UNSURE' as const },
  };
  await vault.ask('identificationIndicators.save', indicators);
  await vault.ask('vulnerabilityView.add', {
    caseFileId,
    individual: [{ risk: 'Owes money for the journey', protective: 'Speaks three languages' }],
    household: [{ risk: 'Her brother still works there', protective: '' }],
    community: [{ risk: '', protective: 'The Tuesday class' }],
  });
}

type NeedAsked = Pick<NewNeed, 'domain' | 'code' | 'title' | 'urgency'> & Partial<NewNeed>;

async function nameNeeds(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  const add = async (need: NeedAsked, change?: NeedChange): Promise<void> => {
    const added = await vault.ask('need.add', { source: 'EXPRESSED', ...need, caseFileId });
    if (change) await vault.ask('need.change', { needId: added.id, basedOn: added.revision, change });
  };
  vault.clock.set('2026-04-30T16:00');
  await add(
    { domain: 'PRACTICAL', code: 'FOOD_AND_WATER', title: 'Soup, no peanuts', urgency: 'U1' },
    { status: 'MET', outcome: 'Ate at eleven.' },
  );
  await add({ domain: 'PRACTICAL', code: 'CLOTHING_AND_HYGIENE', title: 'Warm clothes, shoes 38', urgency: 'U1' });
  await add({ domain: 'EMOTIONAL', code: 'SLEEP', title: 'Sleep comes late', urgency: 'U2', source: 'OBSERVED' });
  await add({ domain: 'HEALTH', code: 'DENTAL_PAIN', title: 'My tooth, upper left', urgency: 'U2', note: 'Clinic A' });
  await add({
    domain: 'HEALTH',
    code: 'POST_ASSAULT_CARE',
    title: 'A doctor she chose',
    urgency: 'U1',
    survivorPriority: 1,
    windows: windowsAfter(Date.parse('2026-04-29T22:00Z')),
  });
  await add({ domain: 'FUTURE', code: 'WORK_AND_TRAINING', title: 'Sewing, and be paid for it', urgency: 'U4' });
  await add(
    { domain: 'COMMUNICATION', code: 'INTERPRETER', title: 'An interpreter', urgency: 'U1' },
    { status: 'DECLINED' },
  );
}

async function planSafety(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  const lines = (...words: string[]) => said(words.map((each) => ({ words: each })));
  const plan = { ...aSafetyPlan(caseFileId), riskFlags: ['STALKING' as const, 'DEBT_CLAIMED' as const] };
  const first = { worries: lines('He knows the bus I take.'), signs: lines('A grey car that waits.') };
  vault.clock.set('2026-03-03T10:00');
  const kept = await vault.ask('safetyPlan.save', { ...plan, answers: first });
  vault.clock.set('2026-03-10T10:00');
  const answers = {
    ...first,
    'safe-people': lines('My sister', 'Ines at the bakery'),
    'may-do': lines('Call my sister'),
  };
  await vault.ask('safetyPlan.save', { ...plan, basedOn: kept.revision, answers });
  await vault.ask('safetyPlan.addTrigger', { caseFileId, trigger: 'COURT_DATE_SET' });
  const sealed = { 'code-word': said('the blue kettle'), signal: said('Two lamps in the window.') };
  await vault.ask('safetyPlan.saveSealed', { caseFileId, basedOn: 0, formVersion: 1, answers: sealed });
}

async function planSupport(vault: TestVault, caseFileId: CaseFileId): Promise<StoredSupportPlan> {
  vault.clock.set('2026-03-12T10:00');
  const step = { barrier: '', byWhen: '2026-05-09', who: 'TOGETHER' as const, status: 'OPEN' as const };
  const goals = [
    aGoal({
      why: 'It was mine before.',
      targetDate: '2026-09-01',
      steps: [
        { ...step, what: 'Ask for a machine at the workshop', who: 'SURVIVOR', status: 'DONE' },
        { ...step, what: 'Visit the Tuesday class' },
        { ...step, what: 'Bus ticket', who: 'STAFF', byWhen: '2026-04-28' },
      ],
    }),
    aGoal({
      domain: 'LANGUAGE',
      survivorWording: 'An evening class in English',
      proposedBy: 'STAFF',
      status: 'PROPOSED',
    }),
    aGoal({ domain: 'DOCUMENTS_ID', survivorWording: 'My papers in my own drawer.', status: 'IN_PROGRESS' }),
  ];
  return vault.ask('supportPlan.save', {
    ...aSupportPlan(caseFileId, goals),
    strengths: ['Sews without a pattern', 'Makes people laugh'],
  });
}

/** A goal said in other words, and the first review. */
async function lookBack(vault: TestVault, kept: StoredSupportPlan): Promise<void> {
  vault.clock.set('2026-04-11T10:00');
  const { caseFileId } = kept;
  const changed = await vault.ask('supportPlan.replaceGoal', {
    caseFileId,
    basedOn: kept.revision,
    goalId: kept.goals[2]!.id,
    as: 'CHANGED',
    successor: aGoal({ domain: 'DOCUMENTS_ID', survivorWording: 'My papers, and a copy with my sister.' }),
  });
  await vault.ask('supportPlan.addReview', {
    caseFileId,
    basedOn: changed.revision,
    review: {
      wentWell: 'The Tuesday class.',
      changed: 'Papers first.',
      supportWanted: 'YES',
      differentWorker: 'NO',
    },
  });
}

/** One agency with a key, one without; the one with it is the answer. */
async function addAgencies(vault: TestVault): Promise<string> {
  vault.clock.set('2026-03-13T10:00');
  await vault.ask('partnerAgency.save', {
    basedOn: 0,
    details: { ...agencyDetails('Legal aid'), types: ['LEGAL'], sharesWithAuthorities: 'UNKNOWN' },
  });
  const { id, revision } = await vault.ask('partnerAgency.save', {
    basedOn: 0,
    details: {
      ...agencyDetails('Clinic A'),
      ...{
        services: ['Dental care', 'Checks after an injury'],
        area: 'Harbour side',
        languages: ['Spanish', 'Tigrinya'],
      },
      ...{
        hours: 'Weekdays 8 to 16',
        cost: 'Free with a letter',
        eligibility: 'Everybody from 16',
        asksStatus: 'NO' as const,
      },
      ...{ access: ['STEP_FREE' as const], contacts: [{ name: 'Rosa', role: 'Dental nurse', phone: '0155 0200' }] },
      lastVerifiedOn: '2026-03-13',
    },
  });
  await pinTwoKeys(vault, { id, revision });
  await workWith(vault, id);
  return id;
}

/** One colleague there whose words were compared, and one whose were not. */
async function pinTwoKeys(
  vault: TestVault,
  { id, revision }: { readonly id: PartnerAgencyId; readonly revision: number },
): Promise<void> {
  const key = async () => identityToRecipient(await generateX25519Identity());
  const first = { name: 'Rosa, dental nurse', wordsCompared: true, recipient: await key() };
  const { revision: basedOn } = await vault.ask('partnerAgency.pinRecipient', { id, basedOn: revision, ...first });
  const more = { name: 'Front desk', wordsCompared: false, recipient: await key(), typedName: 'Clinic A' };
  await vault.ask('partnerAgency.pinRecipient', { id, basedOn, ...more });
}

/** An agreement that ends soon, a meeting, and an address that is not to be known. */
async function workWith(vault: TestVault, partnerAgencyId: PartnerAgencyId): Promise<void> {
  const days = { signedOn: '2025-06-01', expiresOn: '2026-05-31' };
  const words = {
    purpose: 'Two chairs a week',
    contacts: 'Rosa, Ana',
    dataClause: 'Only what each permission covers.',
  };
  await vault.ask('agreement.save', {
    ...{ partnerAgencyId, agreementId: null, basedOn: 0 },
    agreement: { type: 'REFERRAL', stage: 'SIGNED', ...days, ...words, document: 'Binder 3' },
  });
  await vault.ask('partnerMeeting.save', {
    ...{ partnerAgencyId, meetingId: null, basedOn: 0 },
    meeting: { on: '2026-03-12', attendees: 'Two of the clinic, one of us', actions: 'Mondays become Thursdays.' },
  });
  await vault.ask('partnerAgency.saveAddress', { partnerAgencyId, basedOn: 0, words: 'Behind the old school' });
}

/** Signed on the day it begins. */
async function sign(vault: TestVault, release: ReleaseDraft): Promise<string> {
  vault.clock.set(`${release.startsOn}T11:00`);
  const { id, revision } = await vault.ask('release.draft', { basedOn: 0, release });
  await vault.ask('release.sign', { releaseId: id, basedOn: revision, signature: onPaper(release.startsOn) });
  return id;
}

/** After the one that has ended: one taken back, one in use, one not signed. */
async function permitMore(vault: TestVault, caseFileId: CaseFileId, agencyId: string): Promise<string> {
  const toClinic = (change: Partial<ReleaseDraft>) =>
    aRelease(caseFileId, { partnerAgencyId: RecordId.parse(agencyId), ...change });
  const purpose = 'A second visit with the dental nurse';
  const second = RecordId.parse(
    await sign(vault, toClinic({ startsOn: '2026-04-20', expiresOn: '2026-05-20', purpose })),
  );
  await vault.ask('disclosureLog.add', {
    ...{ caseFileId, way: 'SPOKEN', sentOn: '2026-04-20', recipientName: 'Clinic A', purpose, steps: '' },
    ...{ partnerAgencyId: RecordId.parse(agencyId), categories: ['NAME'], what: 'That she comes on Thursday' },
    ...{ basis: { kind: 'RELEASE', releaseId: second }, survivorTold: { told: true, how: 'At once' } },
  });
  await vault.ask('release.revoke', { releaseId: second, how: 'ORAL' });
  await sign(vault, toClinic({ startsOn: '2026-04-28', expiresOn: '2026-05-28', categories: ['NAME', 'NEEDS'] }));
  const letter = { startsOn: '2026-05-02', expiresOn: '2026-06-01', purpose: 'A letter about the class', herWords: '' };
  await vault.ask('release.draft', { basedOn: 0, release: toClinic(letter) });
  return second;
}

/** One that waits for an answer, one with an appointment, one that is settled, and one whose permission does not match. */
async function refer(vault: TestVault, caseFileId: CaseFileId, agencyId: string): Promise<string> {
  const partnerAgencyId = PartnerAgencyId.parse(agencyId);
  const releases = await vault.ask('release.list', { caseFileId });
  const releaseId = releases.find(({ state }) => state === 'ACTIVE')!.id;
  const written = (change: Partial<ReferralWritten>): ReferralWritten => ({
    ...{ partnerAgencyId, forWhat: null, reason: 'ADDITIONAL_SERVICES', urgency: 'U3', warmHandoff: false },
    ...{ escort: '', interpreter: '', mode: 'WITH_RELEASE', releaseId, categories: ['NAME', 'NEEDS'] },
    asks: 'Booking a first visit',
    ...change,
  });
  const walk = async (change: Partial<ReferralWritten>, ...acts: ReferralAct[]): Promise<string> => {
    const save = { caseFileId, referralId: null, basedOn: 0, referral: written(change) };
    let { id, revision } = await vault.ask('referral.save', save);
    for (const act of acts) {
      vault.clock.advance(60_000);
      ({ id, revision } = await vault.ask('referral.act', { referralId: id, basedOn: revision, act }));
    }
    return id;
  };
  const sent: ReferralAct[] = [{ to: 'READY' }, { to: 'SENT', how: 'PAPER' }];
  vault.clock.set('2026-04-28T14:00');
  const yes: ReferralAct[] = [...sent, { to: 'ACCEPTED' }];
  await walk(
    { mode: 'SELF_REFERRAL', asks: 'The Tuesday class, a place at a machine' },
    ...yes,
    { to: 'APPOINTMENT_SET', on: '2026-04-28', time: null },
    { to: 'ATTENDED' },
    { to: 'OUTCOME_RECORDED', outcome: { result: 'SERVICE_RECEIVED', rating: 5, note: '' } },
  );
  await walk({ urgency: 'U2' }, ...yes, { to: 'APPOINTMENT_SET', on: '2026-05-06', time: '10:30' });
  await walk({ categories: ['NAME', 'HEALTH'], asks: 'A letter about the tooth' }, { to: 'READY' });
  return walk({ warmHandoff: true, escort: 'Jo', interpreter: 'Spanish' }, ...sent);
}

async function writeNotes(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  vault.clock.set('2026-04-29T08:00');
  const quotes = [
    { words: 'Cerca de la puerta, por favor.', language: 'es', translation: 'Close to the door, please.' },
  ];
  const first = await vault.ask('caseNote.add', aNote(caseFileId, { kind: 'WELCOME', quotes }));
  await vault.ask('caseNote.add', aNote(caseFileId, { body: '', notesConsent: 'NO', happenedOn: '2026-04-28' }));
  const told = { what: 'How the grey car found her', mayBeReused: false };
  await vault.ask('caseNote.add', aNote(caseFileId, { body: 'Walked to the class together.', toldOnce: told }));
  await vault.ask('caseNote.correct', {
    noteId: first.id,
    note: aNote(caseFileId, { kind: 'WELCOME', body: 'Slept until ten.', quotes }),
  });
}

/** A letter, a photograph, something sealed, and one that was taken away again. */
async function keepFiles(vault: TestVault, caseFileId: CaseFileId, folder: string): Promise<void> {
  const keep = async (title: string, content: string | Buffer, sealed = false) => {
    const path = join(folder, 'incoming');
    writeFileSync(path, content);
    const file = ChoiceHandle.parse(vault.grant(path));
    const { attachment } = await vault.ask('attachment.add', { caseFileId, file, title, sealed });
    rmSync(path);
    return attachment;
  };
  const letter = 'Dear Ms Vega,\n\nthe hearing is on the twelfth of May, at nine, in room 4.\n';
  await keep('Letter of the court', letter);
  await keep('The blue coat that was left on the bus', phoneJpeg(1));
  await keep('School certificate', aPdf());
  await keep('Where the sister lives', 'Two streets from the harbour.', true);
  const twice = await keep('The same letter', letter);
  const of = { attachmentId: twice.id, basedOn: twice.revision };
  await vault.ask('attachment.remove', { ...of, reason: 'It was kept twice' });
}

async function logServices(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  vault.clock.set('2026-05-01T18:00');
  const log = (code: ServiceCode, on: string, minutes?: number) =>
    vault.ask('service.log', {
      caseFileId,
      code,
      on,
      ...(minutes === undefined ? {} : { amount: { in: 'MINUTES' as const, count: minutes } }),
      siteAlias: 'Garden house',
    });
  await log('EMERGENCY_SHELTER', '2026-04-30');
  await log('CASE_MANAGEMENT', '2026-05-01', 45);
  await log('TRANSPORT', '2026-05-01', 30);
  const { id, revision, on, code, amount, siteAlias, fundingTag } = await log('DENTAL', '2026-05-01', 60);
  const service = { on, code, amount, siteAlias, fundingTag, isStruck: true };
  await vault.ask('service.correct', { serviceId: id, basedOn: revision, service });
}

/** Moved out with her yes to be asked later. */
async function leaveWell(vault: TestVault, nameUsed: string, day: string): Promise<CaseFileId> {
  vault.clock.set(`${day}T10:00`);
  const caseFileId = await openCase(vault, nameUsed);
  const tick = { state: 'DONE' as const, why: '' };
  const { revision } = await vault.ask('caseExit.save', {
    caseFileId,
    basedOn: 0,
    exit: {
      ...emptyExit,
      on: day,
      reason: 'REUNITED',
      destination: '422',
      checklist: Object.fromEntries(ExitItem.options.map((item) => [item, tick])),
      followUp: { answer: 'YES', rules: 'Text only, weekdays from ten to twelve.', until: '2026-09-24' },
    },
  });
  await vault.ask('caseExit.finish', { caseFileId, basedOn: revision });
  return caseFileId;
}

/** Nobody answered. */
async function tryToReach(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  vault.clock.set('2026-04-29T11:00');
  const [first] = await vault.ask('followUp.list', { caseFileId });
  await vault.ask('followUp.attempt', { followUpId: first!.id, basedOn: 1, outcome: 'NOT_REACHED' });
}

/** Whom to call, a few results over time, and one that opened a safety step: its id. */
async function goThroughScreens(vault: TestVault, caseFileId: CaseFileId): Promise<string> {
  vault.clock.set('2026-05-01T19:45');
  await vault.ask('wellbeingSetting.save', {
    basedOn: 0,
    crisisContacts: [{ name: 'Night line', reach: '555 0100', note: 'day and night, Spanish' }],
    cuts: { pcPtsd5: 3, pcl5: 31 },
    trainedIds: [],
  });
  const screen = async (instrumentId: 'phq-9' | 'gad-7', doneOn: string, answers: (number | null)[]) => {
    const given = { entry: 'items' as const, gate: null, answers };
    const done = { caseFileId, instrumentId, instrumentVersion: 1, doneOn };
    return (await vault.ask('screening.save', { ...done, given, ageSaid: true })).id;
  };
  await screen('phq-9', '2026-03-05', [2, 2, 2, 2, 2, 2, 2, 2, 0]);
  await screen('phq-9', '2026-04-02', [1, 1, 2, 1, 1, 1, 1, 0, 0]);
  await screen('gad-7', '2026-04-20', [1, 2, 1, 2, null, 1, 1]);
  return screen('phq-9', '2026-05-01', [0, 0, 0, 0, 0, 0, 0, 0, 1]);
}

async function askTheLaw(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  vault.clock.set('2026-05-01T18:30');
  const save = (matter: Pick<LegalMatter, 'type' | 'stage' | 'dates'> & Partial<LegalMatter>) =>
    vault.ask('legalMatter.save', {
      caseFileId,
      matterId: null,
      basedOn: 0,
      matter: { ownClock: null, lawyer: { agencyId: null, name: 'Legal aid' }, decided: '', documents: [], ...matter },
    });
  const date = { source: 'OFFICIAL_NOTICE' as const, isDone: false };
  await save({
    type: 'T_STATUS',
    stage: 'GRANTED',
    dates: [{ ...date, kind: 'GRANTED', on: '2026-04-10', isDone: true }],
    decided: 'I want to stay, and to bring my sister.',
    documents: ['Approval notice', 'Letter of support'],
  });
  await save({
    type: 'PROTECTION_ORDER',
    stage: 'HEARING',
    dates: [{ ...date, kind: 'COURT', on: '2026-05-12' }],
  });
  const { person } = (await vault.ask('session.status', {})) as { person: { id: StaffMemberId } };
  await vault.ask('privilegedBox.name', { caseFileId, basedOn: 0, named: [person.id] });
  await vault.ask('privilegedBox.save', { caseFileId, basedOn: 0, words: 'The other side knows of the flat.' });
}

async function prepareToLeave(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  vault.clock.set('2026-05-01T19:00');
  const checklist = {
    MEDICATION: { state: 'DONE' as const, why: '' },
    COPIES: { state: 'LATER' as const, why: 'The printer is away until Monday.' },
  };
  await vault.ask('caseExit.save', { caseFileId, basedOn: 0, exit: { ...emptyExit, checklist } });
}

async function openOther(vault: TestVault, nameUsed: string, day: string): Promise<CaseFileId> {
  vault.clock.set(`${day}T22:00`);
  const caseFileId = await openCase(vault, nameUsed);
  await vault.ask('need.add', {
    caseFileId,
    domain: 'PRACTICAL',
    code: 'PHONE_OR_SAFE_DEVICE',
    title: 'A phone of their own',
    source: 'EXPRESSED',
    urgency: 'U2',
  });
  if (nameUsed === 'Heron') await vault.ask('caseFile.close', { caseFileId, reason: 'MOVED_ON_BY_CHOICE' });
  return caseFileId;
}

/** A sister with a case of her own, somebody who is not to be in one room with her, and an earlier record that may be hers. */
async function linkAndKeepApart(vault: TestVault, caseFileId: CaseFileId, other: CaseFileId): Promise<void> {
  const sister = await openCase(vault, 'Luz');
  await vault.ask('householdLink.add', { caseFileId, otherCaseFileId: sister, kinship: 'SIBLING' });
  await vault.ask('conflictFlag.add', {
    caseFileId,
    from: { otherCaseFileId: other },
    actions: ['DO_NOT_PLACE_TOGETHER', 'DIFFERENT_GROUP'],
    reason: 'They come from one house',
  });
  const otherCaseFileId = await openCase(vault, 'Maya V.');
  await vault.ask('caseFile.close', { caseFileId: otherCaseFileId, reason: 'LOST_CONTACT' });
  await vault.ask('samePerson.answer', { caseFileId, otherCaseFileId, answer: 'AGREES' });
}

/** The counsellor of the house. */
export const MARA = { signInName: 'mara', passphrase: passphraseOf('mara') };

async function sealNotes(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  vault.clock.set('2026-05-01T20:00');
  const { id } = await vault.ask('staffMember.add', { name: 'Mara', role: 'clinician', ...MARA });
  await vault.ask('caseAssignment.assign', { caseFileId, staffMemberId: id });
  vault.vault.close();
  await vault.unlock(MARA);
  await vault.ask('compartment.begin', {});
  const seal = (note: Pick<SealedNoteWords, 'kind' | 'happenedOn' | 'words'>) =>
    vault.ask('sealedNote.add', { caseFileId, correctionOf: null, note: { notesConsent: 'YES', ...note } });
  await seal({
    kind: 'CRISIS',
    happenedOn: '2026-04-24',
    words:
      'A hard evening. Cold water on the wrists and the quiet room helped; talking did not. Agreed: knock, then wait.',
  });
  await seal({
    kind: 'MENTAL_HEALTH',
    happenedOn: '2026-04-30',
    words: 'Sleeps six hours now. Wants to go on with the breathing, and to meet on Thursdays instead of Mondays.',
  });
  vault.vault.close();
  await vault.unlock();
}

/** A colleague, while Ana was away: what Today tells her of it. */
async function workTheNight(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  const jo = { signInName: 'jo', passphrase: passphraseOf('jo') };
  const { id } = await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...jo });
  await vault.ask('caseAssignment.assign', { caseFileId, staffMemberId: id });
  vault.clock.set('2026-05-02T02:10');
  vault.vault.close();
  await vault.unlock(jo);
  await vault.ask(
    'caseNote.add',
    aNote(caseFileId, { body: 'Asleep since eleven, light on.', happenedOn: '2026-05-01' }),
  );
  await vault.ask('service.log', { caseFileId, code: 'FOOD' });
  await handOver(vault, caseFileId);
}

interface Asked {
  readonly held: CaseFileId;
  readonly erased: CaseFileId;
}

/** Three who only asked, two months ago. */
async function onlyAsked(vault: TestVault): Promise<Asked> {
  vault.clock.set('2026-03-26T11:00');
  const ask = async (nameUsed: string): Promise<CaseFileId> =>
    (await vault.ask('caseFile.open', { nameUsed, as: 'INQUIRY' })).id;
  await ask('Aspen');
  return { held: await ask('Sorrel'), erased: await ask('Willa') };
}

/** One of them asked for her enquiry to be erased; of another a court wants to know. Returns the number of the certificate. */
async function letGo(vault: TestVault, { held, erased }: Asked): Promise<string> {
  vault.vault.close();
  await vault.unlock(DIRECTOR);
  const reason = 'The landlord’s case of May names her';
  await vault.ask('legalHold.place', { caseFileId: held, reason, authority: 'District court, letter of 28 April' });
  const [one] = await vault.ask('retention.run', { caseFileIds: [erased], reason: 'WISH', second: MARA });
  return one!.certificate;
}
