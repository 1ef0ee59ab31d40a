// Earlier files of people who came back, as records, and what each of the two cases is told of the other. Who opens them is
// decided in case-reach.ts, by the views of schema/episode.sql.
import { RecordId } from '#shared/ids';
import { type EarlierFile, Episode, type Episodes, isAgreed, type SealedFile } from '#shared/records/episode';
import type { ReadContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import { caseFileKind } from './case-file-kind.ts';
import { mayOpen, reachOf } from './case-reach.ts';
import { ownRef } from './one-record.ts';
import { listRecords, loadRecord, recordKind, type Stored } from './record-kind.ts';
import { staffRef } from './revision-mark.ts';

export const episodeKind = recordKind<Episode>({
  kind: 'episode',
  schema: Episode,
  table: 'episode',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    earlier_case_id: body.earlier,
    turn: body.turn,
    agreed: Number(isAgreed(body)),
    ended_at: body.ended?.at ?? null,
  }),
});

type Reader = { readonly db: ReadableDb };

/** A case and the earlier files of the same person, sealed or not: for what keeps her safe and tells no word. Binds $case. */
export const ALL_FILES = 'SELECT $case UNION ALL SELECT case_file_id FROM earlier_file WHERE now_case_id = $case';

/** The case in which it goes on now, or null for a case that is not an earlier file. */
export const goesOnIn = ({ db }: Reader, caseFileId: string): string | null =>
  db.get<{ id: string }>('SELECT now_case_id AS id FROM earlier_file WHERE case_file_id = ?', [caseFileId])?.id ?? null;

/** Whether the person is here under a newer case: then what the earlier file asks to be minded is needed, and it is not erased by rule. */
export const isHereAgain = ({ db }: Reader, caseFileId: string): boolean =>
  db.get(
    `SELECT 1 AS here FROM earlier_file f JOIN case_file c ON c.id = f.now_case_id
     WHERE f.case_file_id = ? AND c.is_open = 1`,
    [caseFileId],
  ) !== undefined;

/** The links of a case that count, in the order in which she was here. */
export const linksOf = (context: ReadContext, caseFileId: string): Stored<Episode>[] =>
  listRecords(
    context,
    episodeKind,
    `t.id IN (SELECT episode_id FROM earlier_file WHERE now_case_id = $case)
     ORDER BY (SELECT opened_on FROM case_file c WHERE c.id = t.earlier_case_id), t.id`,
    { case: caseFileId },
  );

export function episodesOf(context: ReadContext, caseFileId: string): Episodes {
  const now = goesOnIn(context, caseFileId);
  const isKnown = now !== null && mayOpen(context, 'facts', now);
  const { open } = reachOf(context, caseFileId);
  return {
    earlier: linksOf(context, caseFileId).map((stored) => shown(context, stored, open)),
    now: isKnown ? ownRef(context, now) : null,
  };
}

/** For a director: by number alone. */
export const sealedFilesOf = (context: ReadContext, caseFileId: string): SealedFile[] =>
  linksOf(context, caseFileId)
    .filter(({ body }) => !isAgreed(body))
    .map(({ id, body: { earlier } }) => ({
      id: RecordId.parse(id),
      caseFileId: earlier,
      caseNumber: loadRecord(context, caseFileKind, earlier).body.caseNumber,
    }));

function shown(context: ReadContext, { id, revision, body }: Stored<Episode>, worksHere: boolean): EarlierFile {
  const { agreement, earlier } = body;
  return {
    id: RecordId.parse(id),
    revision,
    agreement: agreement && { ...agreement, by: staffRef(context, agreement.by) },
    file: mayOpen(context, 'facts', earlier) ? ownRef(context, earlier) : null,
    namesHarm: worksHere && namesHarm(context, id),
  };
}

const namesHarm = ({ db }: Reader, episodeId: string): boolean =>
  db.get(
    `SELECT 1 AS there FROM person_causing_harm p JOIN earlier_file f ON f.case_file_id = p.case_file_id
     WHERE f.episode_id = ? AND p.let_go = 0`,
    [episodeId],
  ) !== undefined;
