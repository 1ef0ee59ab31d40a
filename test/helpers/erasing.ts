// A case full of rare words, somebody to sign beside the director, and the act.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CaseFileId, ChoiceHandle } from '#shared/ids';
import type { Certificate, ErasureReason } from '#shared/records/retention';
import { aNeed, aNote, aRelease, aSafetyPlan, aSupportPlan, openCase, said } from './casework.ts';
import { passphraseOf } from './passphrases.ts';
import type { TestVault } from './vault.ts';

export const MIRA = { signInName: 'mira', passphrase: passphraseOf('mira') };

/** Invented, and nowhere in the product or in another record. */
export const CANARIES = ['zebrafinch', 'quillwort', 'pangolinium', 'marzipanic', 'thistlebrook', 'okapiform'] as const;
export const LETTER = `Dear ${CANARIES[0]}, the hearing is on the twelfth. `.repeat(3_000);

export const addMira = (vault: TestVault) =>
  vault.ask('staffMember.add', { name: 'Mira', role: 'case-manager', ...MIRA });

/** A case with a canary in every place that a case has words in, and with a file. */
export async function caseFullOfCanaries(vault: TestVault): Promise<CaseFileId> {
  const [name, story, sealed, plan, draft, title] = CANARIES;
  const caseFileId = await openCase(vault, name);
  await vault.ask('caseFile.updateDetails', {
    caseFileId,
    basedOn: 1,
    details: { aliases: [{ text: `${name} ${story}`, use: 'NICKNAME', safeToSayAloud: true }], pronouns: plan },
  });
  const of = { caseFileId, basedOn: 0, formVersion: 1 };
  await vault.ask('need.add', { ...aNeed(caseFileId), title: story });
  for (let count = 0; count < 12; count += 1)
    await vault.ask('caseNote.add', aNote(caseFileId, { body: `${story} ${'spoke of tea. '.repeat(300)} ${plan}` }));
  await vault.ask('intake.save', { ...of, answers: { medicine: said(story) } });
  await vault.ask('safetyPlan.save', { ...aSafetyPlan(caseFileId), answers: { worries: said([{ words: story }]) } });
  await vault.ask('safetyPlan.saveSealed', { ...of, answers: { 'code-word': said(sealed) } });
  await vault.ask('supportPlan.save', { ...aSupportPlan(caseFileId), vision: plan });
  await vault.ask('release.draft', { basedOn: 0, release: aRelease(caseFileId, { purpose: `For ${story}` }) });
  await vault.ask('draft.save', { target: { kind: 'case-note', caseFileId }, at: 'body', body: { body: draft } });
  await vault.ask('service.log', { caseFileId, code: 'FOOD' });
  const folder = mkdtempSync(join(tmpdir(), 'records-letter-'));
  const path = join(folder, 'letter.txt');
  writeFileSync(path, LETTER);
  await vault.ask('attachment.add', { caseFileId, file: ChoiceHandle.parse(vault.grant(path)), title, sealed: false });
  rmSync(folder, { recursive: true });
  return caseFileId;
}

export const erase = (
  vault: TestVault,
  caseFileIds: readonly CaseFileId[],
  reason: ErasureReason = 'RULE',
  second = MIRA,
): Promise<Certificate[]> => vault.ask('retention.run', { caseFileIds: [...caseFileIds], reason, second });

/** Which of the canaries are in these bytes, as text or folded. */
export const canariesIn = (bytes: Buffer): string[] => CANARIES.filter((canary) => bytes.includes(canary));
