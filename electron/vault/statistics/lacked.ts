// What was missing in a period (domain §19): needs that no service was found for, people who could not stay, people who waited for a
// bed. The last two were counted at the door without a name: each head is a person of its own, marked by its line.
import type { NeedDomain } from '#shared/records/need-codes';
import type { NoBedReason } from '#shared/records/no-bed';
import type { WaitCategory } from '#shared/statistics/breakdowns';
import { daysBetween, localDate } from '#shared/time';
import type { Row } from '../database/sql.ts';
import { needKind } from '../records/need-kind.ts';
import { bedWaitKind, noBedKind } from '../records/no-bed.ts';
import { listRecords } from '../records/record-kind.ts';
import type { Asking } from './counted.ts';

type Counted = Pick<Asking, 'db' | 'days'>;

export interface Lacked {
  readonly person: string;
  readonly domain: NeedDomain;
}

interface CaseRow extends Row {
  id: string;
}

/** Once for each person and domain. Who does not want to be counted is left out. */
export function lackedIn(asking: Pick<Asking, 'db' | 'days' | 'shared'>): Lacked[] {
  const { db, days, shared } = asking;
  const person = (caseFileId: string): string => shared[caseFileId] ?? caseFileId;
  const refused = new Set(
    db.all<CaseRow>('SELECT case_file_id AS id FROM stats_choice WHERE is_refused = 1').map(({ id }) => person(id)),
  );
  const lacked = listRecords(asking, needKind, "t.status = 'UNMET_NO_SERVICE'")
    .filter(({ body }) => body.settledAt !== null && isWithin(localDate(body.settledAt, 'UTC'), days))
    .map(({ body }) => ({ person: person(body.caseFileId), domain: body.domain }))
    .filter((one) => !refused.has(one.person));
  return [...new Map(lacked.map((one) => [`${one.person} ${one.domain}`, one])).values()];
}

const isWithin = (day: string, { from, to }: Asking['days']): boolean => from <= day && day <= to;

/** As many entries as people, each with a name that nobody bears. */
const heads = (lineId: string, people: number): string[] =>
  Array.from({ length: people }, (_, at) => `${lineId}#${at}`);

export interface NoBedHead {
  readonly person: string;
  readonly reason: NoBedReason;
}

export const noBedIn = (asking: Counted): NoBedHead[] =>
  listRecords(asking, noBedKind, 't.on_day BETWEEN $from AND $to', { ...asking.days }).flatMap(({ id, body }) =>
    heads(id, body.people).map((person) => ({ person, reason: body.reason })),
  );

export interface Waited {
  readonly person: string;
  readonly days: number;
  readonly category: WaitCategory;
}

/** Those whose waiting ended with a bed. */
export const waitedIn = (asking: Counted): Waited[] =>
  listRecords(asking, bedWaitKind, 't.ended_on BETWEEN $from AND $to', { ...asking.days })
    .filter(({ body }) => body.ended?.how === 'HAS_A_BED')
    .flatMap(({ id, body }) => {
      const days = daysBetween(body.since, body.ended?.on ?? body.since);
      return heads(id, body.people).map((person) => ({ person, days, category: bandOf(days) }));
    });

function bandOf(days: number): WaitCategory {
  if (days <= 2) return 'DAYS_0_2';
  if (days <= 7) return 'DAYS_3_7';
  return days <= 30 ? 'DAYS_8_30' : 'DAYS_31';
}
