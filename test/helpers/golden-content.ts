// What goes into a new golden vault, written through the router: the shelter of filled-vault.ts, then a person whose words are in
// scripts of their own, then one of each kind of record that neither tells. test/vault/golden-content.test.ts counts the kinds.
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ReplyTo } from '#shared/packages/reply';
import { DAY } from '#shared/time';
import { type CaseFileId, ChoiceHandle, RecordId } from '#shared/ids';
import { AuthenticatedPackage } from '../../electron/vault/packages/open.ts';
import { chosenFile } from '../../electron/vault/removable/open-outside.ts';
import { withPrivateFolder } from '../../electron/vault/removable/private-folder.ts';
import { sealReply } from '../../renderer/reader/seal-reply.ts';
import { writeWorkbook } from '../../build/workbooks/write-workbook.mjs';
import { aGoal, aNeed, aNote, aRelease, aSafetyPlan, aSupportPlan, onPaper, openCase, said } from './casework.ts';
import { BACKUP, DATA, everyRecord, everySealedNote, EXPECTED, type Golden, goldenVaultOn } from './golden-vault.ts';
import { MARA, tellStory } from './filled-vault.ts';
import { oneOfEachElse } from './golden-rest.ts';
import { buildParser, forkedParsers } from './parser-process.ts';
import { DIRECTOR, type TestVault } from './vault.ts';

const director = DIRECTOR;
const colleague = { signInName: 'mira', passphrase: 'pepper saddle anthem glacier mosaic tunnel' };
const BEGUN = '2026-03-02T21:40';
/** When the second person comes. */
const LATER = '2026-11-24T09:00';

/** Makes a whole golden vault in a new folder. */
export async function makeGoldenVault(folder: string): Promise<void> {
  mkdirSync(folder);
  for (const part of [DATA, BACKUP]) mkdirSync(join(folder, part));
  const parser = await buildParser();
  const elsewhere = mkdtempSync(join(tmpdir(), 'golden-'));
  const vault = goldenVaultOn(join(folder, DATA), BEGUN, { startParser: forkedParsers(parser) });
  try {
    const keys = await staffAndKeys(vault);
    await fill(vault, elsewhere);
    await somebodyLeaves(vault);
    const { name: backup } = await vault.ask('backup.create', { folder: vault.grant(join(folder, BACKUP)) });
    vault.vault.close();
    const golden = await whatIsInIt(folder, { ...keys, backup, readAt: utc(vault.clock.now + DAY) });
    writeFileSync(join(folder, EXPECTED), `${JSON.stringify(golden, null, 2)}\n`);
  } finally {
    parser.remove();
    rmSync(elsewhere, { recursive: true, force: true });
  }
}

const utc = (at: number): string => new Date(at).toISOString().slice(0, 16);

/** Reads a copy, so that reading leaves no mark in the vault that is kept. */
async function whatIsInIt(
  folder: string,
  known: Pick<Golden, 'director' | 'colleague' | 'recoveryCode' | 'backup' | 'readAt'>,
): Promise<Golden> {
  const copy = mkdtempSync(join(tmpdir(), 'golden-'));
  cpSync(join(folder, DATA), copy, { recursive: true });
  const vault = goldenVaultOn(copy, known.readAt);
  await vault.unlock(known.director);
  const { records: counts } = await vault.ask('session.checkVault', {});
  const { backups } = await vault.ask('backup.list', {});
  const records = await everyRecord(vault);
  vault.vault.close();
  await vault.unlock(MARA);
  const sealed = { counsellor: MARA, notes: await everySealedNote(vault) };
  await vault.remove();
  return { ...known, counts, records, backups, sealed };
}

async function staffAndKeys(vault: TestVault): Promise<Pick<Golden, 'director' | 'colleague' | 'recoveryCode'>> {
  await vault.ask('session.createVault', { shelterName: 'Willow House', directorName: 'Ana', ...director });
  await vault.ask('staffMember.add', { name: 'Mira', role: 'case-manager', ...colleague });
  const { code } = await vault.ask('session.makeRecoveryCode', {});
  await vault.ask('session.confirmRecoveryCode', { code });
  return { director, colleague, recoveryCode: code };
}

/** A vault of two epochs: somebody came and was removed. */
async function somebodyLeaves(vault: TestVault): Promise<void> {
  const leaver = { signInName: 'petra', passphrase: 'velvet thimble orchard lantern anthem glacier' };
  const { id } = await vault.ask('staffMember.add', { name: 'Petra', role: 'house-staff', ...leaver });
  await vault.ask('staffMember.disable', { id });
}

async function fill(vault: TestVault, elsewhere: string): Promise<void> {
  const ids = await tellStory(vault, elsewhere);
  // Mira writes a part of it, and has done no course.
  await vault.ask('trainingGate.turn', { basedOn: 1, isOn: false, reason: 'The courses come in winter' });
  vault.clock.set(LATER);
  const olena = await openCase(vault, 'Олена');
  const heron = await openCase(vault, 'Heron');
  await theCase(vault, olena);
  await theIntake(vault, olena);
  await theNeeds(vault, olena);
  await theSafetyPlan(vault, olena);
  await theSupportPlan(vault, olena);
  await theNotes(vault, olena);
  await theSharing(vault, olena, elsewhere);
  await theImport(vault, elsewhere);
  await vault.ask('caseFile.close', { caseFileId: heron, reason: 'MOVED_ON_BY_CHOICE' });
  await oneOfEachElse(vault, ids, elsewhere);
  await theDraft(vault, olena);
}

async function theCase(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  const details = {
    pronouns: 'вона',
    aliases: [{ text: 'Lena', use: 'NICKNAME' as const, safeToSayAloud: true }],
    languages: ['Ukrainian', 'Polish'],
    goodToKnow: [{ kind: 'food' as const, words: 'No meat on Wednesdays' }],
  };
  const { revision } = await vault.ask('caseFile.updateDetails', { caseFileId, basedOn: 1, details });
  await vault.ask('caseFile.saveSafeContact', {
    caseFileId,
    basedOn: revision,
    safeContact: {
      identifyAs: 'Mia from the library',
      methods: [
        { way: 'CALL', value: '555 0100', safe: 'YES', when: 'weekdays 10 to 12', caution: '', voicemail: 'NO' },
      ],
    },
  });
  await vault.ask('caseFile.noticeGiven', { caseFileId });
  await vault.ask('caseFile.changeStatus', { caseFileId, to: 'ACTIVE' });
}

async function theIntake(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  const answers = {
    'sleep-best': said('Ближче до дверей.'),
    'room-alone': { state: 'NOT_ASKED' as const, later: true as const },
  };
  await vault.ask('intake.save', { caseFileId, basedOn: 0, formVersion: 1, answers });
  vault.clock.advance(DAY / 24);
  await vault.ask('intake.save', {
    caseFileId,
    basedOn: 1,
    formVersion: 1,
    answers: { ...answers, 'room-alone': { state: 'DECLINED' }, allergy: said('Nuts') },
  });
}

async function theNeeds(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  const { id, revision } = await vault.ask('need.add', aNeed(caseFileId));
  await vault.ask('need.change', {
    needId: id,
    basedOn: revision,
    change: { status: 'MET', outcome: 'From the cupboard' },
  });
  await vault.ask('need.add', {
    ...aNeed(caseFileId),
    domain: 'HEALTH',
    code: 'DENTAL_PAIN',
    title: 'Зуб болить, зверху зліва',
    urgency: 'U2',
    survivorPriority: 1,
  });
}

async function theSafetyPlan(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  await vault.ask('safetyPlan.save', {
    ...aSafetyPlan(caseFileId),
    riskFlags: ['STALKING'],
    answers: { 'may-do': said([{ words: 'Call Mira', who: 'STAFF' }]) },
  });
  await vault.ask('safetyPlan.addTrigger', { caseFileId, trigger: 'COURT_DATE_SET' });
  await vault.ask('safetyPlan.saveSealed', {
    caseFileId,
    basedOn: 0,
    formVersion: 1,
    answers: { 'code-word': said('чорнобривці') },
  });
  await vault.ask('safetyPlan.openSealed', { caseFileId, reason: 'She rang; checking it is her' });
}

async function theSupportPlan(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  const step = {
    what: 'Visit the sewing course',
    who: 'TOGETHER',
    byWhen: '2026-12-01',
    status: 'OPEN',
    barrier: '',
  } as const;
  const plan = await vault.ask('supportPlan.save', {
    ...aSupportPlan(caseFileId, [aGoal({ steps: [step] }), aGoal({ survivorWording: 'I want my evenings free.' })]),
    planStart: '2026-11-24',
    agreedOn: '2026-11-24',
  });
  vault.clock.advance(3 * DAY);
  const { revision } = await vault.ask('supportPlan.setGoalStatus', {
    caseFileId,
    basedOn: plan.revision,
    goalId: plan.goals[0]!.id,
    status: 'IN_PROGRESS',
  });
  const review = {
    wentWell: 'The course has a place',
    changed: '',
    supportWanted: 'YES',
    differentWorker: 'NO',
  } as const;
  await vault.ask('supportPlan.addReview', { caseFileId, basedOn: revision, review });
}

/** One note is the colleague's, with a correction of it; a case of hers is opened by the director in a hurry. */
async function theNotes(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  const quotes = [
    { words: '  «Я хочу, щоб було тихо.» ', language: 'uk', translation: 'I want it quiet.', translator: 'Mira' },
  ];
  const note = aNote(caseFileId, { happenedOn: '2026-11-27', body: 'Talked in the garden.', quotes });
  const mira = (await vault.ask('staffMember.list', {})).find(({ signInName }) => signInName === colleague.signInName);
  await vault.ask('caseAssignment.assign', { caseFileId, staffMemberId: mira!.id });
  vault.vault.close();
  await vault.unlock(colleague);
  const { id } = await vault.ask('caseNote.add', note);
  await vault.ask('caseNote.correct', { noteId: id, note: { ...note, body: 'Talked in the kitchen.' } });
  const hers = await openCase(vault, 'Aspen’s sister');
  vault.vault.close();
  await vault.unlock(director);
  await vault.ask('caseNote.add', {
    ...aNote(caseFileId, { happenedOn: '2026-11-27' }),
    toldOnce: { what: 'How she came here', mayBeReused: true },
  });
  await vault.ask('breakGlass.open', { caseFileId: hers, reason: 'She is at the door and Mira is away' });
}

/** An agency with a key, a release in force with a package sealed under it, one that was taken back and one not yet signed. */
async function theSharing(vault: TestVault, caseFileId: CaseFileId, elsewhere: string): Promise<void> {
  const details = {
    name: 'Клініка Б',
    types: ['HEALTH' as const],
    sharesWithAuthorities: 'NO' as const,
    contacts: [{ name: 'Ivo', role: 'dental nurse', phone: '555 0101' }],
    notes: '',
    lastVerifiedOn: '2026-11-20',
  };
  const agency = await vault.ask('partnerAgency.save', { basedOn: 0, details });
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  await vault.ask('partnerAgency.pinRecipient', {
    id: agency.id,
    basedOn: agency.revision,
    recipient,
    name: '',
    wordsCompared: true,
  });
  const partnerAgencyId = RecordId.parse(agency.id);
  const terms = { partnerAgencyId, startsOn: '2026-11-27', expiresOn: '2026-12-20' };
  const draft = () => vault.ask('release.draft', { basedOn: 0, release: aRelease(caseFileId, terms) });
  const signed = async () => {
    const { id, revision } = await draft();
    return vault.ask('release.sign', { releaseId: id, basedOn: revision, signature: onPaper('2026-11-27') });
  };
  const { id: takenBack } = await signed();
  await vault.ask('release.revoke', { releaseId: takenBack, how: 'ORAL' });
  const { id: releaseId, categories, purpose } = await signed();
  const planned = { caseFileId, releaseId, partnerAgencyId, categories, purpose };
  const { contentSha256 } = await vault.ask('exportPackage.preview', planned);
  const { fileName } = await vault.ask('exportPackage.create', {
    ...planned,
    contentSha256: contentSha256 ?? '',
    sealedTo: { by: 'pinned-key', recipients: [recipient] },
    folder: vault.grant(elsewhere),
  });
  await theAnswer(vault, join(elsewhere, fileName), identity);
  await draft();
}

/** Of the agency to the package, by stick. */
async function theAnswer(vault: TestVault, path: string, identity: string): Promise<void> {
  const { to, packageId } = await withPrivateFolder(dirname(path), async (folder) => {
    const content = await AuthenticatedPackage.open(chosenFile(path, 2 ** 31), { identity }, folder);
    const to = ReplyTo.parse(JSON.parse(Buffer.from(await content.read('reply.json')).toString('utf8')));
    return { to, packageId: content.packageId };
  });
  const words = { answer: 'ACCEPTED' as const, answeredOn: '2026-11-27', note: 'Вівторок, о десятій.' };
  const reply = { format: 'cv/reply/1' as const, packageId, replyId: randomBytes(16).toString('hex'), ...words };
  const answer = join(dirname(path), 'answer.age');
  writeFileSync(answer, await sealReply(to, reply));
  const { sha256 } = await vault.ask('packageReply.read', { file: ChoiceHandle.parse(vault.grant(answer)) });
  await vault.ask('packageReply.keep', { file: ChoiceHandle.parse(vault.grant(answer)), sha256 });
}

/** One row of a workbook, with a sealed field, a value that nobody knew and a column of the shelter's own. */
async function theImport(vault: TestVault, elsewhere: string): Promise<void> {
  const header = [
    'First Name',
    'Second Name',
    'Birthdate',
    'Gender',
    'Mailing Street',
    'Reason for Case Closure',
    'Shoe size',
  ];
  const person = ['አማራ', 'Okonjo', '17/05/1990', 'Femenine', '12 Mill Lane', 'A flat of her own', '38'];
  const rows = [header, person].map((cells, at) => ({ number: at + 1, cells }));
  const path = join(elsewhere, 'cases.xlsx');
  writeFileSync(path, await writeWorkbook({ sheets: [{ name: 'Cases', rows }] }));
  const { importId } = await vault.ask('htcdsImport.open', { file: ChoiceHandle.parse(vault.grant(path)) });
  await vault.ask('htcdsImport.commit', { importId });
}

async function theDraft(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  const body = { body: 'Half a sentence about', quotes: [] };
  await vault.ask('draft.save', { target: { kind: 'case-note', caseFileId }, at: 'body', body });
}
