// Which entries of the chain are signed by the person who acts. The contract marks operations (`ofWeight`); the chain itself says from
// which entry on each of them is signed, so that a mark that is added later asks nothing of entries that were there before.
import { contract } from '#shared/contract/index';
import type { Contract } from '#shared/contract/operation';
import type { ReadableDb } from '../database/sql.ts';
import { ERASED } from './entry.ts';

/** Makes a public key known; detail `key:<user | recovery-code | trustee-quorum>:<64 hex digits>`, record id the colleague's. */
export const KEY_ENTERED = 'signing.key';
/** Says which actions are signed from here on, beside those of before; detail `from-here:<action>,<action>…`. */
export const LIST_ENTERED = 'signing.list';
const LIST = /^from-here:([\w.,]+)$/;

/** The new vault key is no operation of the contract, and is of weight. */
const BESIDE_CONTRACT = ['vaultKey.renew'];

/** What this program signs. */
export const actionsOfWeight: readonly string[] = [...marked(contract), ...BESIDE_CONTRACT].sort();

function marked(groups: Contract): string[] {
  return Object.entries(groups).flatMap(([group, operations]) =>
    Object.entries(operations).flatMap(([name, { weighs }]) => (weighs ? [`${group}.${name}`] : [])),
  );
}

/** What the chain says is signed, each with the number of the entry that says so. */
export interface Stated {
  readonly from: ReadonlyMap<string, number>;
  /** The first entry of that kind: from here on whatever takes something away is signed, whatever it is called. */
  readonly beginning: number;
}

export function statedIn(db: ReadableDb): Stated {
  const from = new Map<string, number>();
  let beginning = Number.POSITIVE_INFINITY;
  const rows = db.all<{ seq: number; detail: string }>(
    'SELECT seq, detail FROM audit_entry WHERE action = ? ORDER BY seq',
    [LIST_ENTERED],
  );
  for (const { seq, detail } of rows) {
    beginning = Math.min(beginning, seq);
    for (const action of LIST.exec(detail)?.[1]?.split(',') ?? []) if (!from.has(action)) from.set(action, seq);
  }
  return { from, beginning };
}

/** The detail of the entry that is due, or null when the chain says everything already. */
export function listDue({ from }: Stated): string | null {
  const missing = actionsOfWeight.filter((action) => !from.has(action));
  return missing.length === 0 ? null : `from-here:${missing.join(',')}`;
}

/** An entry because of which the chain allows that a body, words of one, or old lines are not there. */
export const takesAway = (detail: string): boolean =>
  detail === ERASED || detail.startsWith('redacted:') || detail.startsWith('forgotten:');

interface Weighed {
  readonly seq: number;
  readonly action: string;
  readonly detail: string;
}

const ofThis = new Set(actionsOfWeight);

/** Whether this program signs it: what it marks itself, and what the chain says of programs after it. */
export const isToSign = ({ from }: Stated, { action, detail }: Weighed): boolean =>
  ofThis.has(action) || from.has(action) || action === KEY_ENTERED || action === LIST_ENTERED || takesAway(detail);

/** Whether it must have been signed. */
export function mustBeSigned({ from, beginning }: Stated, { seq, action, detail }: Weighed): boolean {
  if (action === KEY_ENTERED || action === LIST_ENTERED) return true;
  return (from.get(action) ?? Number.POSITIVE_INFINITY) < seq || (takesAway(detail) && beginning < seq);
}
