// The act itself, in one transaction: what is due by its rule, or the whole of what its person asked for, never what is held.
import type { CaseFileId } from '#shared/ids';
import { toldKinds } from '#shared/records/erased-part';
import type { ErasedPart } from '#shared/records/erased-part';
import type { ErasedCase } from '#shared/records/retention';
import { isDue } from '#shared/records/retention-rules';
import type { WriteContext } from '../context.ts';
import { loadCase } from '../records/case-file.ts';
import { eraseWhole } from '../records/erased-case.ts';
import { recordsOfKinds, withoutProtecting } from '../records/erased-part.ts';
import { isHereAgain } from '../records/episode-kind.ts';
import { refuseWhileHeld } from '../records/legal-hold.ts';
import { wholeOf } from '../records/one-record.ts';
import { contactKeeping, keepingNow, type PartKeeping, toldKeeping } from '../records/retention-rules.ts';
import { obey } from '../records/revision-mark.ts';
import { forgetOldLines } from './old-lines.ts';
import { erasePart, type PartHow, type TakenPart } from './part.ts';
import { forgetShared } from './shared-lines.ts';

export interface Run extends Omit<PartHow, 'class'> {
  readonly caseFileIds: readonly CaseFileId[];
  readonly contactOf: readonly CaseFileId[];
  readonly toldOf: readonly CaseFileId[];
}

export interface Taken {
  readonly left: ErasedCase | ErasedPart;
  /** Names of the encrypted files that are nobody's now. */
  readonly blobs: readonly string[];
}

/** Throws rule-broken {rule: 'erase-part' | 'erase-not-due' | 'hold-stands'}, not-found; nothing is erased then. */
export function eraseAll(context: WriteContext, { caseFileIds, contactOf, toldOf, ...how }: Run): Taken[] {
  const wholly = new Set(caseFileIds);
  const onlyPartly = (ids: readonly CaseFileId[]) => [...new Set(ids)].filter((id) => !wholly.has(id));
  const parts = [
    ...onlyPartly(contactOf).map((id) => takeContact(context, id, how)),
    ...onlyPartly(toldOf).map((id) => takeTold(context, id, how)),
  ].map(({ part, blobs }) => ({ left: part, blobs }));
  const cases = [...wholly].flatMap((id) => takeCase(context, id, how));
  forgetShared(context);
  const lines = forgetOldLines(context, how.approvedBy).map((left) => ({ left, blobs: [] }));
  return [...cases, ...parts, ...lines];
}

type How = Omit<PartHow, 'class'>;

function takeCase(context: WriteContext, id: CaseFileId, { recordKeyOf: _, ...how }: How): Taken[] {
  const ruleClass = permit(context, id, how.reason);
  return eraseWhole(context, id, { ...how, class: ruleClass }).map(({ erased, blobs }) => ({ left: erased, blobs }));
}

/** Ways to reach her, in every saved state, and her sealed words. */
function takeContact(context: WriteContext, id: CaseFileId, how: How): TakenPart {
  permitPart(context, id, contactKeeping);
  const records = recordsOfKinds(context, id, ['sealed-words']);
  return erasePart(context, { caseFileId: id, records, contact: true }, { ...how, class: 'CONTACT' });
}

/** All that was told, while clinical records of somebody who was under 18 stay. */
function takeTold(context: WriteContext, id: CaseFileId, how: How): TakenPart {
  permitPart(context, id, toldKeeping);
  const records = withoutProtecting(context, recordsOfKinds(context, id, toldKinds));
  return erasePart(context, { caseFileId: id, records, contact: true }, { ...how, class: 'TOLD' });
}

/** Judged anew in the transaction: between the list on the screen and the second passphrase a hold may have been placed. */
function permit(context: WriteContext, id: CaseFileId, reason: How['reason']): 'CASE' | 'INQUIRY' {
  const stored = loadCase(context, id);
  obey(wholeOf(context, id) === null ? null : 'erase-part');
  refuseWhileHeld(context, id);
  const keeping = keepingNow(context, stored);
  if (reason === 'RULE') obey(isDueNow(context, id, keeping) ? null : 'erase-not-due');
  return keeping?.class ?? 'CASE';
}

type KeepingOfPart = (context: WriteContext, stored: ReturnType<typeof loadCase>) => PartKeeping | null;

function permitPart(context: WriteContext, id: CaseFileId, keepingOf: KeepingOfPart): void {
  const stored = loadCase(context, id);
  obey(wholeOf(context, id) === null ? null : 'erase-part');
  refuseWhileHeld(context, id);
  obey(isDueNow(context, id, keepingOf(context, stored)) ? null : 'erase-not-due');
}

const isDueNow = (context: WriteContext, id: CaseFileId, keeping: Pick<PartKeeping, 'eligibleOn'> | null): boolean =>
  keeping !== null && isDue(keeping, context.today()) && !isHereAgain(context, id);
