// How long this house keeps what: the one record of it; until a director saves it, the suggestions of domain §16.
import { type KeepDays, keepingOf, type Keeping, suggestedDays } from '#shared/records/retention-rules';
import { RetentionRules, type StoredRules } from '#shared/records/retention';
import type { CaseFile } from '#shared/records/case-file';
import type { WriteContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import { holdsOf } from './legal-hold.ts';
import { listRecords, recordKind, saveRecord, type Stored } from './record-kind.ts';

export const retentionRulesKind = recordKind<RetentionRules>({
  kind: 'retention-rules',
  schema: RetentionRules,
  table: 'retention_rules',
  columns: () => ({}),
});

type Reader = { readonly db: ReadableDb };
const saved = (reader: Reader) => listRecords(reader, retentionRulesKind, '1 = 1 ORDER BY t.id LIMIT 1')[0];

export const rulesNow = (reader: Reader): KeepDays => saved(reader)?.body ?? suggestedDays;

export const storedRules = (reader: Reader): StoredRules => ({
  ...rulesNow(reader),
  revision: saved(reader)?.revision ?? 0,
});

export function saveRules(context: WriteContext, body: RetentionRules, basedOn: number): StoredRules {
  const id = saved(context)?.id ?? context.newId();
  saveRecord(context, retentionRulesKind, { id, caseFileId: null, body, expectedRevision: basedOn });
  return storedRules(context);
}

/** What the rules and the holds say of a case; null while it is open. */
export function keepingNow(reader: Reader, { id, body }: Stored<CaseFile>): Keeping | null {
  const holds = holdsOf(reader, id).map(({ body: hold }) => ({ start: hold.startedOn, end: hold.ended?.on ?? null }));
  return keepingOf(body, rulesNow(reader), holds);
}
