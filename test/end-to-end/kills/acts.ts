// What is done in a day, each act as one person asks it of the app: written into the ledger as asked for, and as kept only when the
// answer has come.
import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VaultError } from '#shared/contract/errors';
import { RecordId } from '#shared/ids';
import { PartnerAgencyId } from '#shared/records/partner-agency';
import { emptyNote } from '../../../renderer/case/use-note-draft.ts';
import { agencyDetails, aNeed, aNote, aRelease, aSafetyPlan, onPaper, said } from '../../helpers/casework.ts';
import { passphraseOf } from '../../helpers/passphrases.ts';
import { BY_PASSPHRASE } from '../../helpers/backup-steps.ts';
import type { Day, Shift } from './day.ts';
import { caseName } from './look.ts';

export type Act = (day: Day, shift: Shift) => Promise<void>;

const words = (day: Day): string =>
  `${day.pick(['Tea', 'Window', 'Garden', 'Letter', 'Blue coat', 'Bus'])} ${day.next()}`;
const today = '2026-05-04';

export const openCase: Act = async (day, { who, vault }) => {
  const name = caseName(day.pick(['Wren', 'Heron', 'Finch', 'Plover']), who.signInName, day.next());
  day.ledger.ask(`case/${name}`, 'open');
  await vault.ask('caseFile.open', { nameUsed: name });
  day.ledger.keep(`case/${name}`, 'open');
};

export const writeNote: Act = async (day, { who, vault }) => {
  const [{ id, name }, body] = [day.pick(day.shared), words(day)];
  const draft = `draft/${who.signInName}/${name}`;
  day.ledger.ask(`note/${name}/${body}`, 'there');
  day.ledger.ask(draft, null); // a note that is kept ends the draft of it
  await vault.ask('caseNote.add', aNote(id, { body, happenedOn: today }));
  day.ledger.keep(`note/${name}/${body}`, 'there');
  day.ledger.settled(draft, null);
};

export const nameNeed: Act = async (day, { vault }) => {
  const [{ id, name }, title] = [day.pick(day.shared), words(day)];
  day.ledger.ask(`need/${name}/${title}`, 'IDENTIFIED');
  await vault.ask('need.add', { ...aNeed(id), title });
  day.ledger.keep(`need/${name}/${title}`, 'IDENTIFIED');
};

export const savePlan: Act = async (day, { vault }) => {
  const [{ id, name }, worry] = [day.pick(day.shared), words(day)];
  const { plan } = await vault.ask('safetyPlan.get', { caseFileId: id });
  const answers = { worries: said([{ words: worry }]) };
  day.ledger.ask(`plan/${name}`, worry);
  await vault.ask('safetyPlan.save', { ...aSafetyPlan(id), basedOn: plan?.revision ?? 0, answers });
  day.ledger.keep(`plan/${name}`, worry);
};

export const keepDraft: Act = async (day, { who, vault }) => {
  const [{ id: caseFileId, name }, body] = [day.pick(day.shared), words(day)];
  const draft = `draft/${who.signInName}/${name}`;
  day.ledger.ask(draft, body);
  const target = { kind: 'case-note', caseFileId };
  await vault.ask('draft.save', { target, at: 'body', body: { ...emptyNote, body } });
  day.ledger.keep(draft, body);
};

export const attachFile: Act = async (day, { vault }) => {
  const [{ id: caseFileId, name }, title] = [day.pick(day.shared), words(day)];
  const text = `${title}\n${randomBytes(3_000 + day.below(60_000)).toString('hex')}\n`;
  const path = join(day.places.desk, 'letter.txt');
  writeFileSync(path, text, { mode: 0o644 });
  const file = await vault.choose('attachment', path);
  day.ledger.ask(`file/${name}/${title}`, text);
  await vault.ask('attachment.add', { caseFileId, file, title, sealed: false });
  day.ledger.keep(`file/${name}/${title}`, text);
};

/** Read by a parser process, then written in one transaction: all of the people in it or none. */
export const importWorkbook: Act = async (day, { vault }) => {
  const file = await vault.choose('import-workbook', day.pick(day.workbooks));
  const { importId, people } = await vault.ask('htcdsImport.open', { file });
  const all = String(Number(day.ledger.get('imported/') ?? 0) + people);
  day.ledger.ask('imported/', all);
  await vault.ask('htcdsImport.commit', { importId });
  day.ledger.keep('imported/', all);
  day.ledger.acknowledged += people;
};

export const givePermission: Act = async (day, { vault }) => {
  const [{ id, name }, purpose] = [day.pick(day.shared), `A visit to the nurse, ${words(day)}`];
  const thing = `permission/${name}/${purpose}`;
  const terms = { purpose, partnerAgencyId: RecordId.parse(day.clinic.id), startsOn: today, expiresOn: '2026-06-03' };
  day.ledger.ask(thing, 'drafted');
  const drafted = await vault.ask('release.draft', { basedOn: 0, release: aRelease(id, terms) });
  day.ledger.keep(thing, 'drafted');
  day.ledger.ask(thing, 'signed');
  const signature = onPaper(today);
  await vault.ask('release.sign', { releaseId: drafted.id, basedOn: drafted.revision, signature });
  day.ledger.keep(thing, 'signed');
};

/** Under the permission that each shared case came with. */
export const makePackage: Act = async (day, { vault }) => {
  const one = day.pick(day.shared);
  const planned = {
    caseFileId: one.id,
    releaseId: RecordId.parse(day.permissions.get(one.id)),
    partnerAgencyId: PartnerAgencyId.parse(day.clinic.id),
    categories: ['NAME' as const, 'NEEDS' as const],
    purpose: day.purpose,
  };
  const { contentSha256 } = await vault.ask('exportPackage.preview', planned);
  const folder = await vault.choose('package-folder', day.places.stick);
  const sealedTo = { by: 'pinned-key' as const, recipients: [day.clinic.recipient] };
  day.ledger.askNew('package');
  const made = await ending(day, 'package', () =>
    vault.ask('exportPackage.create', { ...planned, contentSha256: contentSha256!, sealedTo, folder }),
  );
  day.ledger.keepNew('package', `package/${made.fileName}`, made.sha256);
};

export const backUp: Act = async (day, { vault }) => {
  const folder = await vault.choose('backup-folder', day.places.backups);
  day.ledger.askNew('backup');
  const made = await ending(day, 'backup', () => vault.ask('backup.create', { folder }));
  day.ledger.keepNew('backup', `backup/${made.name}`, made.databaseSha256);
};

/** A task that failed and said so has left nothing; one that was cut off may have. */
async function ending<T>(day: Day, family: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof VaultError && error.code !== 'vault-locked') day.ledger.answered(family);
    throw error;
  }
}

/** Of the newest backup that was called saved, with the passphrase of the director, who never changes hers. */
export const tryBackup: Act = async (day, shift) => {
  const { vault } = shift;
  const name = day.ledger.keptOf('backup').at(-1);
  if (name === undefined) return backUp(day, shift);
  const folder = await vault.choose('restore-folder', day.places.backups);
  day.ledger.ask('drill/', 'passed');
  await vault.ask('backup.drill', { folder, name, credential: BY_PASSPHRASE });
  day.ledger.keep('drill/', 'passed');
};

export const changePassphrase: Act = async (day, { who, vault }) => {
  const next = passphraseOf(`${who.signInName} ${day.next()}`);
  const current = day.passphraseOf(who);
  day.ledger.ask(`passphrase/${who.signInName}`, next);
  await vault.ask('session.changePassphrase', { current, next });
  day.ledger.keep(`passphrase/${who.signInName}`, next);
};

export const addAgency: Act = async (day, { vault }) => {
  const name = `Agency ${words(day)}`;
  day.ledger.ask(`agency/${name}`, 'there');
  await vault.ask('partnerAgency.save', { basedOn: 0, details: agencyDetails(name) });
  day.ledger.keep(`agency/${name}`, 'there');
};

/** Drawn small: what is looked at is that there is a drawing process. */
export const lookAtPicture: Act = async (day, { vault }) => {
  await vault.ask('attachment.drawPicture', { attachmentId: RecordId.parse(day.picture), longestSide: 48 });
};

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
