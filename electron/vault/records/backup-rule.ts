// The one record of how backups are made; until a director saves it, the rule that a new house begins with.
import { type BackupsAsked, DRILL_DUE_AFTER_DAYS } from '#shared/records/backup-days';
import {
  BackupRule,
  type backupRuleOperations,
  firstRule,
  isInOnePlace,
  ONE_PLACE_DAYS,
} from '#shared/records/backup-rule';
import { DAY } from '#shared/time';
import type { ReadContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { backupKind, lastDrillAt } from './backup.ts';
import { listRecords, onlyRecord, recordKind, saveRecord } from './record-kind.ts';

export const backupRuleKind = recordKind<BackupRule>({
  kind: 'backup-rule',
  schema: BackupRule,
  table: 'backup_rule',
  columns: () => ({}),
});

type Reader = { readonly db: ReadableDb };
const saved = (reader: Reader) => onlyRecord(reader, backupRuleKind);
export const ruleNow = (reader: Reader): BackupRule => saved(reader)?.body ?? firstRule;

const shown = (context: Pick<ReadContext, 'db'>) => ({ ...ruleNow(context), revision: saved(context)?.revision ?? 0 });

/** When a backup and a test of one are asked for. */
export function backupsAsked({ db }: Reader, now: number): BackupsAsked {
  const { askAfterDays, places } = ruleNow({ db });
  // Asked with every look at the session: of what was made, only what counts here is read.
  const since = now - ONE_PLACE_DAYS * DAY;
  const lately = listRecords({ db }, backupKind, 't.gone_on IS NULL AND t.created_at > ?', [since]);
  const left = lately.map(({ id, body: { createdAt, place } }) => ({ createdAt, place: place ?? id }));
  const first = db.get<{ at: number | null }>('SELECT min(created_at) AS at FROM backup_made')?.at ?? now;
  return {
    askAfterDays,
    inOnePlace: places === 2 && isInOnePlace(left, now, first),
    drillDue: (lastDrillAt(db) ?? first) < now - DRILL_DUE_AFTER_DAYS * DAY,
  };
}

export const backupRuleHandlers: Handlers<typeof backupRuleOperations> = {
  get: (context) => shown(context),
  save: (context, { basedOn, ...body }) => {
    const id = saved(context)?.id ?? context.newId();
    saveRecord(context, backupRuleKind, { id, caseFileId: null, body, expectedRevision: basedOn });
    return shown(context);
  },
};
