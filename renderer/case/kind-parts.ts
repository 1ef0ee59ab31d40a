// Where in a case the words of a kind of record are read.
import type { SearchedKind } from '#shared/records/word-search';

const parts: Readonly<Record<SearchedKind, string>> = {
  'case-note': '/notes',
  need: '/needs',
  'support-plan': '/plan',
  'safety-plan': '/safety-plan',
  intake: '/intake',
  'trafficking-profile': '/profile',
  'htcds-record': '/profile/workbook',
};

export const partOfKind = (kind: SearchedKind): string => parts[kind];
