// Erasing only what she chose (domain §15: partial erasure): a category, or single records. Two people sign, one of them a director;
// what a law, a hold or somebody's safety keeps is refused by a code, and the rest goes.
import type { CaseFileId, RecordId } from '#shared/ids';
import { isSingleKind, kindsOf, PartCategory, singleKinds } from '#shared/records/erased-part';
import type { PartsOfCase } from '#shared/records/retention';
import { carryOutRefusal } from '#shared/records/rights-rules';
import { VaultError } from '#shared/contract/errors';
import type { ReadContext, WriteContext } from '../context.ts';
import { loadCase } from '../records/case-file.ts';
import { caseRef } from '../records/case-ref.ts';
import {
  countedParts,
  type PartRecord,
  protectsStill,
  recordsOfKinds,
  withWhatGoesAlong,
} from '../records/erased-part.ts';
import { isCategoryHeld } from '../records/legal-hold.ts';
import { isClinicalKept } from '../records/retention-rules.ts';
import type { NamedRecord } from '../records/record-kind.ts';
import { obey } from '../records/revision-mark.ts';
import { noteErased, requestOf } from '../records/rights-request.ts';
import { reachKeptSince } from '../records/redact-contact.ts';
import { type ChosenPart, erasePart, ofCategories, type PartHow, type TakenPart } from './part.ts';

export interface Wish {
  readonly caseFileId: CaseFileId;
  readonly requestId: RecordId;
  readonly categories: readonly PartCategory[];
  readonly recordIds: readonly RecordId[];
}

/** What of a case can go alone, and what a rule keeps for now. */
export function partsOfCase(context: ReadContext, caseFileId: CaseFileId): PartsOfCase {
  const of = caseRef(context, caseFileId).caseFileId;
  const counts = countedParts(context, of);
  const reach = reachKeptSince(context.db, of) === null ? 0 : 1;
  return PartCategory.options.flatMap((category) => {
    const count = (counts.get(category) ?? 0) + (category === 'CONTACT' ? reach : 0);
    return count === 0 ? [] : [{ category, count, isKept: whatKeeps(context, of, category) }];
  });
}

type Keeps = PartsOfCase[number]['isKept'];

function whatKeeps(context: ReadContext, caseFileId: CaseFileId, category: PartCategory): Keeps {
  if (isCategoryHeld(context, caseFileId, category)) return 'HOLD';
  if (category === 'CLINICAL' && isClinicalKept(context, loadCase(context, caseFileId))) return 'LAW';
  const records = withWhatGoesAlong(context, recordsOfKinds(context, caseFileId, kindsOf[category]));
  return protectsStill(context, records) ? 'SAFETY' : null;
}

/**
 * Throws rule-broken {rule: 'erase-wish' | 'right-identity' | 'right-asker-harms' | 'hold-stands' | 'erase-law' | 'erase-safety' |
 * 'erase-nothing'}, not-found for a record that is not there or cannot be chosen alone; nothing is erased then.
 */
export function eraseWish(
  context: WriteContext,
  { requestId, ...wish }: Wish,
  how: Omit<PartHow, 'class' | 'reason'>,
): TakenPart {
  const of = caseRef(context, wish.caseFileId).caseFileId;
  const request = requestOf(context, of, requestId);
  obey(carryOutRefusal(request));
  const chosen = chosenBy(context, { ...wish, caseFileId: of });
  const going = withWhatGoesAlong(context, chosen.records);
  obey(isAnyHeld(context, of, going, chosen.contact) ? 'hold-stands' : null);
  const isClinical = going.some(({ kind }) => kindsOf.CLINICAL.includes(kind));
  obey(isClinical && isClinicalKept(context, loadCase(context, of)) ? 'erase-law' : null);
  obey(protectsStill(context, going) ? 'erase-safety' : null);
  const isReach = chosen.contact && reachKeptSince(context.db, of) !== null;
  obey(going.length === 0 && !isReach ? 'erase-nothing' : null);
  const taken = erasePart(context, { ...chosen, contact: isReach }, { ...how, class: 'PART', reason: 'WISH' });
  noteErased(context, requestId, { certificate: taken.part.certificate, count: going.length + Number(isReach) });
  return taken;
}

/** Of what stands beside others (a correction beside an entry) a hold says nothing of its own: it goes and stays with what it is about. */
function isAnyHeld(
  context: ReadContext,
  caseFileId: CaseFileId,
  going: readonly NamedRecord[],
  contact: boolean,
): boolean {
  const kinds = new Set(going.map(({ kind }) => kind));
  return PartCategory.options.some(
    (category) =>
      (kindsOf[category].some((kind) => kinds.has(kind)) || (contact && category === 'CONTACT')) &&
      isCategoryHeld(context, caseFileId, category),
  );
}

function chosenBy(context: WriteContext, { caseFileId, categories, recordIds }: Omit<Wish, 'requestId'>): ChosenPart {
  const whole = ofCategories(context, caseFileId, categories);
  const single = singleRecords(context, caseFileId, recordIds);
  const byId = new Map([...whole.records, ...single].map((one) => [one.id, one]));
  return { ...whole, records: [...byId.values()] };
}

function singleRecords(context: ReadContext, caseFileId: CaseFileId, ids: readonly RecordId[]): PartRecord[] {
  const wanted = new Set<string>(ids);
  const found = recordsOfKinds(context, caseFileId, singleKinds).filter(
    ({ id, kind }) => wanted.has(id) && isSingleKind(kind),
  );
  if (found.length !== wanted.size) throw new VaultError('not-found');
  return found;
}
