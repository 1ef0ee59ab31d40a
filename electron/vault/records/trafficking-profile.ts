// What happened, in the vault: answers saved whole, revision by revision. Only what carries her can be found by its words.
import { z } from 'zod';
import { ListItem } from '#shared/forms/check-answers';
import { RecordId } from '#shared/ids';
import {
  type StoredTraffickingProfile,
  TraffickingProfile,
  type traffickingProfileOperations,
} from '#shared/records/trafficking-profile';
import { exploitationBits } from '#shared/statistics/counted-facts';
import type { ReadableDb } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { settleDraft } from './draft.ts';
import { acceptAnswers } from './form-answers.ts';
import { historyOf, listRecords, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { revisionMark } from './revision-mark.ts';

const lines = (value: unknown): readonly string[] =>
  z
    .array(ListItem)
    .parse(value ?? [])
    .map(({ words }) => words);

const purposesIn = ({ answers }: TraffickingProfile): readonly string[] =>
  z.array(z.string()).safeParse(answers['purposes']?.value).data ?? [];

export const traffickingProfileKind = recordKind<TraffickingProfile>({
  kind: 'trafficking-profile',
  schema: TraffickingProfile,
  table: 'trafficking_profile',
  columns: (body) => ({
    case_file_id: body.caseFileId,
    form_version: body.formVersion,
    exploitation: exploitationBits(purposesIn(body)),
  }),
  renewed: ['exploitation'],
  searchText: ({ answers }) =>
    [...lines(answers['strengths']?.value), ...lines(answers['what-helps']?.value)].join('\n'),
});

type Reader = { readonly db: ReadableDb };

export const traffickingProfileOf = (reader: Reader, caseFileId: string): Stored<TraffickingProfile> | undefined =>
  listRecords(reader, traffickingProfileKind, 't.case_file_id = ?', [caseFileId])[0];

const shown = (reader: Reader, stored: Stored<TraffickingProfile>): StoredTraffickingProfile => ({
  ...stored.body,
  ...revisionMark(reader, stored),
  id: RecordId.parse(stored.id),
});

export const traffickingProfileHandlers: Handlers<typeof traffickingProfileOperations> = {
  get: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    const stored = traffickingProfileOf(context, caseFileId);
    return stored === undefined ? null : shown(context, stored);
  },
  save: (context, { caseFileId, basedOn, formVersion, answers: given }) => {
    caseRef(context, caseFileId);
    const before = traffickingProfileOf(context, caseFileId);
    const { answers } = acceptAnswers(
      context,
      { formId: 'trafficking-profile', formVersion, answers: given, part: 'open' },
      before?.body,
    );
    const saved = saveRecord(context, traffickingProfileKind, {
      id: before?.id ?? context.newId(),
      caseFileId,
      body: { caseFileId, formId: 'trafficking-profile' as const, formVersion, answers },
      expectedRevision: basedOn,
    });
    settleDraft(context, 'trafficking-profile', caseFileId, saved.id);
    return shown(context, saved);
  },
  history: (context, { caseFileId }) => {
    const stored = traffickingProfileOf(context, caseFileId);
    if (stored === undefined) return [];
    return historyOf(context, traffickingProfileKind, stored.id).map((one) => shown(context, one));
  },
};
