// Identification indicators in the vault: one record per case and profile. The result is worked out here, on the day of the
// save, from what was marked; a screen cannot send one.
import { ilo2009 } from '#shared/indicators/ilo-2009';
import { RecordId } from '#shared/ids';
import {
  IdentificationIndicators,
  type identificationIndicatorsOperations,
  type StoredIndicators,
} from '#shared/records/identification-indicators';
import { assess, type IndicatorMarks, type IndicatorProfile, strayMarks } from '#shared/records/identification-rules';
import { elementsRecorded } from '#shared/records/trafficking-elements';
import type { ReadableDb } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { settleDraft } from './draft.ts';
import { historyOf, listRecords, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { obey, revisionMark } from './revision-mark.ts';
import { traffickingProfileOf } from './trafficking-profile.ts';

export const identificationIndicatorsKind = recordKind<IdentificationIndicators>({
  kind: 'identification-indicators',
  schema: IdentificationIndicators,
  table: 'identification_indicators',
  columns: (body) => ({ case_file_id: body.caseFileId, profile: body.profile }),
});

type Reader = { readonly db: ReadableDb };

const shown = (reader: Reader, stored: Stored<IdentificationIndicators>): StoredIndicators => ({
  ...stored.body,
  ...revisionMark(reader, stored),
  id: RecordId.parse(stored.id),
});

const indicatorsFor = (
  reader: Reader,
  caseFileId: string,
  profile: IndicatorProfile,
): Stored<IdentificationIndicators> | undefined =>
  listRecords(reader, identificationIndicatorsKind, 't.case_file_id = ? AND t.profile = ?', [caseFileId, profile])[0];

/** Not asked is how an indicator stands by itself; it needs no mark. */
const onlyAsked = (marks: IndicatorMarks): IndicatorMarks =>
  Object.fromEntries(Object.entries(marks).filter(([, state]) => state !== 'NOT_ASKED'));

export const identificationIndicatorsHandlers: Handlers<typeof identificationIndicatorsOperations> = {
  list: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    return listRecords(context, identificationIndicatorsKind, 't.case_file_id = ? ORDER BY t.profile', [
      caseFileId,
    ]).map((stored) => shown(context, stored));
  },
  save: (context, { caseFileId, profile, basedOn, marks: given }) => {
    caseRef(context, caseFileId);
    obey(strayMarks(profile, given).length > 0 ? 'answers' : null);
    const marks = onlyAsked(given);
    const told = traffickingProfileOf(context, caseFileId)?.body.answers ?? {};
    const saved = saveRecord(context, identificationIndicatorsKind, {
      id: indicatorsFor(context, caseFileId, profile)?.id ?? context.newId(),
      caseFileId,
      body: {
        caseFileId,
        profile,
        weightsVersion: ilo2009.profiles[profile].weightsVersion,
        marks,
        assessedOn: context.today(),
        result: assess(profile, marks, elementsRecorded(told).act),
      },
      expectedRevision: basedOn,
    });
    settleDraft(context, `indicators-${profile.toLowerCase()}`, caseFileId, saved.id);
    return shown(context, saved);
  },
  history: (context, { caseFileId, profile }) => {
    const stored = indicatorsFor(context, caseFileId, profile);
    if (stored === undefined) return [];
    return historyOf(context, identificationIndicatorsKind, stored.id).map((one) => shown(context, one));
  },
};
