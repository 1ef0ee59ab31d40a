// The one record of what this shelter set for its screens; until a director saves it, the defaults of domain §5.
import { clinicians, isAmong } from '#shared/contract/operation';
import { DEFAULT_CUTS } from '#shared/records/screening';
import { WellbeingSetting, type wellbeingSettingOperations } from '#shared/records/wellbeing-setting';
import type { SignedIn } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { onlyRecord, recordKind, saveRecord } from './record-kind.ts';

export const wellbeingSettingKind = recordKind<WellbeingSetting>({
  kind: 'wellbeing-setting',
  schema: WellbeingSetting,
  table: 'wellbeing_setting',
  columns: () => ({}),
});

const nothingSet: WellbeingSetting = { crisisContacts: [], cuts: DEFAULT_CUTS, trainedIds: [] };

type Reader = { readonly db: ReadableDb };
const saved = (reader: Reader) => onlyRecord(reader, wellbeingSettingKind);

export const wellbeingSetting = (reader: Reader): WellbeingSetting => saved(reader)?.body ?? nothingSet;

/** domain §0: a clinician; a director, so that a house with nobody else does not stand still; whoever she named as trained. */
export const mayScreen = (reader: Reader, person: SignedIn): boolean =>
  isAmong(person.role, clinicians) || wellbeingSetting(reader).trainedIds.includes(person.id);

export const wellbeingSettingHandlers: Handlers<typeof wellbeingSettingOperations> = {
  get: (context) => ({ ...wellbeingSetting(context), revision: saved(context)?.revision ?? 0 }),
  crisisContacts: (context) => wellbeingSetting(context).crisisContacts,
  save: (context, { basedOn, ...body }) => {
    const id = saved(context)?.id ?? context.newId();
    const kept = saveRecord(context, wellbeingSettingKind, { id, caseFileId: null, body, expectedRevision: basedOn });
    return { ...kept.body, revision: kept.revision };
  },
};
