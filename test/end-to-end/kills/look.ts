// What is there, as one person sees it, in the words of the ledger. The same look through the app's page and into a copy of its
// folder that is opened with the vault's code outside of the app.
import type { CaseFileId } from '#shared/ids';
import type { InputOf, OperationName, OutputOf } from '../../helpers/vault.ts';

/** A case on which everybody works. */
export interface SharedCase {
  readonly id: CaseFileId;
  readonly name: string;
}
interface Asked {
  ask<N extends OperationName>(name: N, request: InputOf<N>): Promise<OutputOf<N>>;
}
export interface Looking {
  readonly vault: Asked;
  readonly shared: readonly SharedCase[];
  readonly who: { readonly signInName: string };
}

/** Who opened a case during the day stands in the name that she wrote. */
export const caseName = (bird: string, signInName: string, count: number): string => `${bird} ${signInName}-${count}`;
const OPENED_TODAY = /^\w+ (\w+)-\d+$/;

/** Whether she sees a thing of the ledger: her own drafts, her own new cases; a director sees every case. */
export const isSeenBy =
  ({ signInName }: { readonly signInName: string }) =>
  (thing: string): boolean => {
    const [family = '', name = ''] = thing.split('/');
    if (family === 'passphrase') return false;
    if (family === 'draft') return name === signInName;
    if (family === 'imported') return signInName === 'ana';
    return family !== 'case' || signInName === 'ana' || OPENED_TODAY.exec(name)?.[1] === signInName;
  };

export async function whatIsThere(looking: Looking): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  await lookAtCases(looking, seen);
  for (const one of looking.shared) await lookAtCase(looking, one, seen);
  for (const { name } of await looking.vault.ask('partnerAgency.list', {})) seen.set(`agency/${name}`, 'there');
  const { backups, lastDrillAt } = await looking.vault.ask('backup.list', {});
  for (const { name, databaseSha256 } of backups) seen.set(`backup/${name}`, databaseSha256);
  if (lastDrillAt !== null) seen.set('drill/', 'passed');
  return seen;
}

/** Pages of a list, to its end. */
async function everyRow<T>(page: (offset: number) => Promise<{ readonly rows: readonly T[]; readonly total: number }>) {
  const rows: T[] = [];
  for (;;) {
    const next = await page(rows.length);
    rows.push(...next.rows);
    if (rows.length >= next.total || next.rows.length === 0) return rows;
  }
}

async function lookAtCases({ vault, shared, who }: Looking, seen: Map<string, string>): Promise<void> {
  const rows = await everyRow((offset) =>
    vault.ask('caseFile.list', { show: 'all', order: 'opened', limit: 100, offset }),
  );
  const names = rows.map(({ nameUsed }) => nameUsed);
  const opened = names.filter((name) => OPENED_TODAY.test(name));
  for (const name of opened) seen.set(`case/${name}`, 'open');
  // Whoever is neither shared nor opened today came with a workbook, all of one or none.
  const imported = names.length - opened.length - shared.length;
  if (who.signInName === 'ana' && imported > 0) seen.set('imported/', String(imported));
}

async function lookAtCase(
  { vault, who }: Looking,
  { id: caseFileId, name }: SharedCase,
  seen: Map<string, string>,
): Promise<void> {
  const notes = await everyRow(async (offset) => {
    const page = await vault.ask('caseNote.list', { caseFileId, limit: 100, offset });
    return { rows: page.notes, total: page.total };
  });
  for (const { body } of notes) seen.set(`note/${name}/${body}`, 'there');
  for (const { title, status } of await vault.ask('need.list', { caseFileId, show: 'all' }))
    seen.set(`need/${name}/${title}`, status);
  const { plan } = await vault.ask('safetyPlan.get', { caseFileId });
  if (plan !== null) seen.set(`plan/${name}`, worryIn(plan.answers));
  await lookAtFiles(vault, { id: caseFileId, name }, seen);
  for (const { purpose, signature } of await vault.ask('release.list', { caseFileId }))
    seen.set(`permission/${name}/${purpose}`, signature === null ? 'drafted' : 'signed');
  for (const { fileName, packageSha256 } of await vault.ask('exportPackage.list', { caseFileId }))
    seen.set(`package/${fileName}`, packageSha256);
  const draft = await vault.ask('draft.get', { target: { kind: 'case-note', caseFileId } });
  if (draft !== null) seen.set(`draft/${who.signInName}/${name}`, wordsOf(draft.body));
}

/** What she said worries her, in the plan that these tests write. */
const worryIn = (answers: unknown): string =>
  (answers as { readonly worries: { readonly value: readonly { readonly words: string }[] } }).worries.value[0]!.words;
const wordsOf = (body: unknown): string => (body as { readonly body: string }).body;

async function lookAtFiles(vault: Asked, { id, name }: SharedCase, seen: Map<string, string>): Promise<void> {
  const { attachments } = await vault.ask('attachment.list', { caseFileId: id, limit: 100 });
  for (const { id: attachmentId, title, there, format } of attachments) {
    const isText = there && format === 'text';
    const { text } = isText
      ? await vault.ask('attachment.readText', { attachmentId })
      : { text: there ? format : 'bytes gone' };
    seen.set(`file/${name}/${title ?? ''}`, text);
  }
}
