// Somebody is here again: a new case, the earlier one sealed, her agreement written down and taken back.
import { VaultError } from '#shared/contract/errors';
import type { CaseFileId } from '#shared/ids';
import type { Episode, episodeOperations } from '#shared/records/episode';
import { isOpen } from '#shared/records/case-status';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { keepOpening } from './break-glass.ts';
import { loadCase, openCase } from './case-file.ts';
import { differentWorkers } from './conflict-flag.ts';
import { episodeKind, goesOnIn, linksOf, sealedFilesOf } from './episode-kind.ts';
import { wholeOf } from './one-record.ts';
import { listRecords, loadRecord, saveRecord, type Stored } from './record-kind.ts';
import { obey } from './revision-mark.ts';

export const episodeHandlers: Handlers<typeof episodeOperations> = {
  open: (context, { caseFileId: earlier, nameUsed }) => {
    obey(refusal(context, earlier));
    obey(differentWorkers(context, earlier).has(context.staffMember.id) ? 'conflict-worker' : null);
    const { id } = openCase(context, { nameUsed, status: 'INTAKE' });
    link(context, id, earlier);
    return { caseFileId: id };
  },
  link: (context, { caseFileId, earlierCaseFileId: earlier }) => {
    obey(caseFileId === earlier ? 'merge-self' : null);
    obey(refusal(context, earlier));
    obey(wholeOf(context, caseFileId) === null ? null : 'merge-part');
    obey(isOpen(loadCase(context, caseFileId).body.status) ? null : 'episode-ended');
    obey(isApart(context, caseFileId, earlier) ? 'merge-apart' : null);
    link(context, caseFileId, earlier);
    return {};
  },
  agree: (context, { caseFileId, id, basedOn, how }) => {
    const { body } = linkIn(context, caseFileId, id);
    obey(hasDifferentWorker(context, caseFileId) ? 'conflict-worker' : null);
    const agreement = { by: context.staffMember.id, on: context.today(), how, takenBack: null };
    keep(context, id, { ...body, agreement }, basedOn);
    return {};
  },
  takeBack: (context, { caseFileId, id, basedOn }) => {
    const { body } = linkIn(context, caseFileId, id);
    if (body.agreement === null) throw new VaultError('not-found');
    const takenBack = { by: context.staffMember.id, on: context.today() };
    keep(context, id, { ...body, agreement: { ...body.agreement, takenBack } }, basedOn);
    return {};
  },
  sealedFiles: (context, { caseFileId }) => sealedFilesOf(context, caseFileId),
  part: (context, { caseFileId, id, basedOn, why }) => {
    const { body } = linkIn(context, caseFileId, id, basedOn);
    const before = earlierThan(context, body.earlier);
    for (const one of linksOf(context, caseFileId)) {
      if (one.id !== id && !before.includes(one.body.earlier)) continue;
      keepOpening(context, { caseFileId: one.body.earlier, reason: why, until: null });
      keep(context, one.id, { ...one.body, ended: { by: context.staffMember.id, at: context.now() } });
    }
    return {};
  },
};

/** Of the file that is to become an earlier one. */
function refusal(context: ReadContext, earlier: CaseFileId): string | null {
  if (isOpen(loadCase(context, earlier).body.status)) return 'episode-here';
  if (wholeOf(context, earlier) !== null) return 'merge-part';
  return goesOnIn(context, earlier) === null ? null : 'episode-known';
}

/** The files that were earlier ones of this case before it became one itself. */
const earlierThan = (context: ReadContext, caseFileId: string): string[] =>
  listRecords(context, episodeKind, 't.case_file_id = ? AND t.ended_at IS NULL', [caseFileId]).map(
    ({ body }) => body.earlier,
  );

/** Each file of the same person is sealed again at each return: what she agreed to was who worked with her then. */
function link(context: WriteContext, caseFileId: CaseFileId, earlier: CaseFileId): void {
  for (const one of [...linksOf(context, earlier).map(({ body }) => body.earlier), earlier]) {
    // Not a count: a return goes with the file it opened when that one is erased.
    const last = context.db.get<{ turn: number | null }>(
      'SELECT max(turn) AS turn FROM episode WHERE earlier_case_id = ?',
      [one],
    );
    const body = { caseFileId, earlier: one, turn: (last?.turn ?? 0) + 1, agreement: null, ended: null };
    keep(context, context.newId(), body, 0);
  }
}

/** Kept under the newer case: nothing in the earlier file tells that she came back. */
const keep = (context: WriteContext, id: string, body: Episode, basedOn?: number) =>
  saveRecord(context, episodeKind, {
    id,
    caseFileId: body.caseFileId,
    body,
    ...(basedOn === undefined ? {} : { expectedRevision: basedOn }),
  });

/** Throws `not-found` for a link of another case and for one that counts no more, `conflict` for another revision. */
function linkIn(context: ReadContext, caseFileId: string, id: string, basedOn?: number): Stored<Episode> {
  const found = linksOf(context, caseFileId).find((one) => one.id === loadRecord(context, episodeKind, id).id);
  if (found === undefined) throw new VaultError('not-found');
  if (basedOn !== undefined && found.revision !== basedOn) throw new VaultError('conflict');
  return found;
}

const isApart = (context: ReadContext, one: string, other: string): boolean =>
  context.db.get('SELECT 1 AS there FROM kept_apart WHERE case_file_id = ? AND from_case_id = ?', [one, other]) !==
  undefined;

/** A flag keeps a colleague off this case who works on it: first another takes over. */
function hasDifferentWorker(context: ReadContext, caseFileId: string): boolean {
  const apart = differentWorkers(context, caseFileId);
  return context.db
    .all<{ id: string }>('SELECT staff_id AS id FROM works_on WHERE case_file_id = ?', [caseFileId])
    .some(({ id }) => apart.has(id));
}
