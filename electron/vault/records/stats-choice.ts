// Who does not want to be counted, one answer a case, changed whenever she says otherwise.
import { StatsChoice, type statsChoiceOperations, type StoredStatsChoice } from '#shared/records/stats-choice';
import type { ReadContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { listRecords, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { revisionMark } from './revision-mark.ts';

export const statsChoiceKind = recordKind<StatsChoice>({
  kind: 'stats-choice',
  schema: StatsChoice,
  table: 'stats_choice',
  columns: (body) => ({ case_file_id: body.caseFileId, is_refused: Number(body.isRefused) }),
});

const choiceOf = (context: Pick<ReadContext, 'db'>, caseFileId: string): Stored<StatsChoice> | undefined =>
  listRecords(context, statsChoiceKind, 't.case_file_id = ?', [caseFileId])[0];

export const statsChoiceHandlers: Handlers<typeof statsChoiceOperations> = {
  get: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    const stored = choiceOf(context, caseFileId);
    return stored === undefined ? null : shown(context, stored);
  },
  save: (context, { caseFileId, isRefused, basedOn }) => {
    caseRef(context, caseFileId);
    const id = choiceOf(context, caseFileId)?.id ?? context.newId();
    const body = { caseFileId, isRefused };
    return shown(context, saveRecord(context, statsChoiceKind, { id, caseFileId, body, expectedRevision: basedOn }));
  },
};

const shown = (context: Pick<ReadContext, 'db'>, stored: Stored<StatsChoice>): StoredStatsChoice => ({
  ...stored.body,
  ...revisionMark(context, stored),
});
