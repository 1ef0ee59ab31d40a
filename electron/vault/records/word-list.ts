// The word list of the language check: one for the shelter.
import { firstWordList, WordList, type wordListOperations } from '#shared/records/word-list';
import type { Handlers } from '../router.ts';
import { listRecords, recordKind, saveRecord } from './record-kind.ts';

export const wordListKind = recordKind<WordList>({
  kind: 'word-list',
  schema: WordList,
  table: 'word_list',
  columns: () => ({}),
});

export const wordListHandlers: Handlers<typeof wordListOperations> = {
  get: (context) => {
    const kept = listRecords(context, wordListKind, '1 = 1')[0];
    return kept === undefined ? { ...firstWordList, revision: 0 } : { ...kept.body, revision: kept.revision };
  },
  save: (context, { basedOn, terms }) => {
    const id = listRecords(context, wordListKind, '1 = 1')[0]?.id ?? context.newId();
    const record = { id, caseFileId: null, body: { terms }, expectedRevision: basedOn };
    return { revision: saveRecord(context, wordListKind, record).revision };
  },
};
