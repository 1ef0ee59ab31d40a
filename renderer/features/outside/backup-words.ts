// A backup in one line: when, where, and how many of what. Names nobody.
import type { ListedBackup } from '#shared/records/backup';
import { dateOf, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';

/** What tells most of people; the rest is added up, so that the line stays one. */
const TOLD = ['case-file', 'intake', 'need', 'case-note', 'safety-plan', 'support-plan', 'attachment'] as const;
/** As long as the field is. */
const LONGEST = 400;

export function useBackupWords(): (backup: Pick<ListedBackup, 'createdAt' | 'medium' | 'records'>) => string {
  const t = useText();
  return ({ createdAt, medium, records }) => {
    const counts = TOLD.map((kind) => ({ kind, count: records[kind] ?? 0 })).filter(({ count }) => count > 0);
    const all = Object.values(records).reduce((sum, count) => sum + count, 0);
    const others = all - counts.reduce((sum, { count }) => sum + count, 0);
    const told = counts.map(({ kind, count }) => `${t(`kinds.${kind}`)}: ${count}`);
    const lead = t('outside.backupOn', { date: fullDate(dateOf(createdAt)), medium: medium.slice(0, 60) });
    return [lead, ...told, t('outside.otherRecords', { count: others })].join('; ').slice(0, LONGEST);
  };
}
