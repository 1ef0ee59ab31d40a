// The privileged box in the vault. Who may open it is asked before anything else; the reason and the look are kept before
// a word is returned, in the same transaction.
import { VaultError } from '#shared/contract/errors';
import { PrivilegedBox, type privilegedBoxOperations, PrivilegedNames } from '#shared/records/privileged-box';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { listRecords, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { staffRef } from './revision-mark.ts';
import { sealedOpeningKind } from './safety-plan-kind.ts';

/** T4: no search text, no timeline words, no part in summaries, packages or prints. */
export const privilegedBoxKind = recordKind<PrivilegedBox>({
  kind: 'privileged-box',
  schema: PrivilegedBox,
  table: 'privileged_box',
  columns: (body) => ({ case_file_id: body.caseFileId }),
});

export const privilegedNamesKind = recordKind<PrivilegedNames>({
  kind: 'privileged-names',
  schema: PrivilegedNames,
  table: 'privileged_names',
  columns: (body) => ({ case_file_id: body.caseFileId }),
});

const boxOf = (context: Pick<ReadContext, 'db'>, caseFileId: string): Stored<PrivilegedBox> | undefined =>
  listRecords(context, privilegedBoxKind, 't.case_file_id = ?', [caseFileId])[0];
const namesOf = (context: Pick<ReadContext, 'db'>, caseFileId: string): Stored<PrivilegedNames> | undefined =>
  listRecords(context, privilegedNamesKind, 't.case_file_id = ?', [caseFileId])[0];

type Asking = Pick<ReadContext, 'db' | 'staffMember'>;

const mayOpen = (context: Asking, caseFileId: string): boolean =>
  context.staffMember.role === 'legal-advocate' ||
  (namesOf(context, caseFileId)?.body.named.includes(context.staffMember.id) ?? false);

function requireNamed(context: Asking, caseFileId: string): void {
  caseRef(context, caseFileId);
  if (!mayOpen(context, caseFileId)) throw new VaultError('not-allowed');
}

export const privilegedBoxHandlers: Handlers<typeof privilegedBoxOperations> = {
  get: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    const names = namesOf(context, caseFileId);
    return {
      exists: boxOf(context, caseFileId) !== undefined,
      mayOpen: mayOpen(context, caseFileId),
      named: (names?.body.named ?? []).flatMap((id) => staffRef(context, id) ?? []),
      revision: names?.revision ?? 0,
    };
  },
  open: (context, { caseFileId, reason }) => {
    requireNamed(context, caseFileId);
    const body = { caseFileId, reason, thing: 'privileged-box' as const };
    saveRecord(context, sealedOpeningKind, { id: context.newId(), caseFileId, body });
    const box = boxOf(context, caseFileId);
    return { words: box?.body.words ?? '', revision: box?.revision ?? 0 };
  },
  save: (context, { caseFileId, basedOn, words }) => {
    requireNamed(context, caseFileId);
    const id = boxOf(context, caseFileId)?.id ?? context.newId();
    const body: PrivilegedBox = { caseFileId, words };
    return {
      revision: saveRecord(context, privilegedBoxKind, { id, caseFileId, body, expectedRevision: basedOn }).revision,
    };
  },
  name: (context, { caseFileId, basedOn, named }) => {
    caseRef(context, caseFileId);
    if (named.some((id) => staffRef(context, id) === null)) throw new VaultError('not-found');
    const id = namesOf(context, caseFileId)?.id ?? context.newId();
    const body: PrivilegedNames = { caseFileId, named };
    return {
      revision: saveRecord(context, privilegedNamesKind, { id, caseFileId, body, expectedRevision: basedOn }).revision,
    };
  },
};
