// Looks round the house in the vault, and the actions that came of them on Today of whoever does them.
import { RecordId } from '#shared/ids';
import {
  answered,
  type CheckAction,
  CheckItem,
  checkRefusal,
  EnvironmentCheck,
  type environmentCheckOperations,
  isToDo,
  nextCheckOn,
  type StoredCheck,
} from '#shared/records/environment-check';
import type { ReadContext, WriteContext } from '../context.ts';
import type { Handlers } from '../router.ts';
import { seesEveryCase } from './case-reach.ts';
import { settleDraft } from './draft.ts';
import { listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark, staffRef } from './revision-mark.ts';

export const environmentCheckKind = recordKind<EnvironmentCheck>({
  kind: 'environment-check',
  schema: EnvironmentCheck,
  table: 'environment_check',
  columns: ({ begunOn, finishedOn }) => ({ begun_on: begunOn, finished_on: finishedOn }),
});

export const environmentCheckHandlers: Handlers<typeof environmentCheckOperations> = {
  list: (context) => {
    const checks = checksOf(context);
    const owners = [...new Set(checks.flatMap(({ body }) => Object.values(body.findings).map(({ owner }) => owner)))];
    return {
      checks: checks.map((stored) => shown(context, stored)),
      nextOn: nextCheckOn(lastOn(context), context.today()),
      owners: owners.flatMap((id) => staffRef(context, id) ?? []),
    };
  },
  begin: (context) => {
    const body: EnvironmentCheck = { findings: {}, voices: null, begunOn: context.today(), finishedOn: null };
    return { checkId: RecordId.parse(keep(context, context.newId(), body, 0).id) };
  },
  save: (context, { checkId, basedOn, looked, finish }) => {
    const { body } = loadRecord(context, environmentCheckKind, checkId);
    obey(body.finishedOn === null ? checkRefusal(looked) : 'check-finished');
    obey(finish && answered(looked) < CheckItem.options.length ? 'check-open' : null);
    const finishedOn = finish ? context.today() : null;
    const kept = keep(context, checkId, { ...body, ...looked, finishedOn }, basedOn);
    settleDraft(context, 'environment-check', undefined, checkId);
    return shown(context, kept);
  },
  done: (context, { checkId, basedOn, item }) => {
    const { body } = loadRecord(context, environmentCheckKind, checkId);
    const finding = body.findings[item];
    if (finding === undefined || !isToDo(finding)) return refuse('check-no-action');
    const { id, role } = context.staffMember;
    obey(finding.owner === id || seesEveryCase(role) ? null : 'check-not-yours');
    const findings = { ...body.findings, [item]: { ...finding, doneOn: context.today() } };
    keep(context, checkId, { ...body, findings }, basedOn);
    return {};
  },
};

function refuse(rule: string): Record<string, never> {
  obey(rule);
  return {};
}

const keep = (context: WriteContext, id: string, body: EnvironmentCheck, basedOn: number): Stored<EnvironmentCheck> =>
  saveRecord(context, environmentCheckKind, { id, caseFileId: null, body, expectedRevision: basedOn });

const checksOf = (context: ReadContext): Stored<EnvironmentCheck>[] =>
  listRecords(context, environmentCheckKind, '1 = 1 ORDER BY t.begun_on DESC, t.id DESC');

const shown = (context: ReadContext, stored: Stored<EnvironmentCheck>): StoredCheck => ({
  ...stored.body,
  ...revisionMark(context, stored),
  id: RecordId.parse(stored.id),
});

const lastOn = ({ db }: ReadContext): string | null =>
  db.get<{ day: string | null }>('SELECT max(finished_on) AS day FROM environment_check')?.day ?? null;

/** The day of the next look round once it has come; a house that never had one is not reminded of it. */
export function checkDue(context: ReadContext): string | null {
  const last = lastOn(context);
  const day = nextCheckOn(last, context.today());
  return last !== null && day <= context.today() ? day : null;
}

/** For Today: what this person is to do, the nearest first. */
export const checkActions = (context: ReadContext): CheckAction[] =>
  checksOf(context)
    .flatMap(({ id, revision, body }) =>
      CheckItem.options.flatMap((item) => {
        const finding = body.findings[item];
        if (finding?.owner !== context.staffMember.id || finding.due === null || !isToDo(finding)) return [];
        return [{ checkId: RecordId.parse(id), revision, item, action: finding.action, due: finding.due }];
      }),
    )
    .sort((a, b) => a.due.localeCompare(b.due));
