// People she needs safety from, in the vault: T3, in no search, no timeline words, no package. What she no longer wants kept is
// emptied from every saved state, not only from the newest.
import { RecordId } from '#shared/ids';
import {
  type KeptDetails,
  PersonCausingHarm,
  type personCausingHarmOperations,
  type StoredPersonCausingHarm,
} from '#shared/records/person-causing-harm';
import type { WriteContext } from '../context.ts';
import type { ReadableDb } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { caseRef } from './case-ref.ts';
import { settleDraft } from './draft.ts';
import { eraseBodies, listRecords, loadRecord, recordKind, saveRecord, type Stored } from './record-kind.ts';
import { revisionMark } from './revision-mark.ts';

export const personCausingHarmKind = recordKind<PersonCausingHarm>({
  kind: 'person-causing-harm',
  schema: PersonCausingHarm,
  table: 'person_causing_harm',
  columns: (body) => ({ case_file_id: body.caseFileId, let_go: Number(body.letGo) }),
});

const shown = (reader: { readonly db: ReadableDb }, stored: Stored<PersonCausingHarm>): StoredPersonCausingHarm => ({
  ...stored.body,
  ...revisionMark(reader, stored),
  id: RecordId.parse(stored.id),
});

/** The day she asked stays the first one, however often the words change. */
const withDay = (details: KeptDetails | null, askedOn: string): PersonCausingHarm['details'] =>
  details === null ? null : { ...details, askedOn };

export const personCausingHarmHandlers: Handlers<typeof personCausingHarmOperations> = {
  list: (context, { caseFileId }) => {
    caseRef(context, caseFileId);
    return listRecords(context, personCausingHarmKind, 't.case_file_id = ? AND t.let_go = 0 ORDER BY t.id', [
      caseFileId,
    ]).map((stored) => shown(context, stored));
  },
  add: (context, { caseFileId, relation, roles, details }) => {
    caseRef(context, caseFileId);
    const body = { caseFileId, relation, roles, details: withDay(details, context.today()), letGo: false };
    return save(context, { id: context.newId(), basedOn: 0, before: null, body });
  },
  change: (context, { id, basedOn, relation, roles, details }) => {
    const { body } = loadRecord(context, personCausingHarmKind, id);
    const askedOn = body.details?.askedOn ?? context.today();
    const after = { ...body, relation, roles, details: withDay(details, askedOn) };
    return save(context, { id, basedOn, before: body, body: after });
  },
  letGo: (context, { id, basedOn }) => {
    const { body } = loadRecord(context, personCausingHarmKind, id);
    save(context, { id, basedOn, before: body, body: { ...body, details: null, letGo: true } });
    return {};
  },
};

interface Saving {
  readonly id: string;
  readonly basedOn: number;
  readonly before: PersonCausingHarm | null;
  readonly body: PersonCausingHarm;
}

function save(context: WriteContext, { id, basedOn, before, body }: Saving): StoredPersonCausingHarm {
  const { caseFileId } = body;
  const saved = saveRecord(context, personCausingHarmKind, { id, caseFileId, body, expectedRevision: basedOn });
  // The entries of the chain stay and say that something was kept; what it was is gone. Backups made before still hold it.
  if (before?.details && body.details === null) eraseBodies(context, personCausingHarmKind, id, saved.revision - 1);
  settleDraft(context, 'person-causing-harm', caseFileId, id);
  return shown(context, saved);
}
