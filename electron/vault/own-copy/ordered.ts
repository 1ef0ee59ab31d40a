// What a court ordered, out of the records: only the ordered categories, and of the notes only the ordered days. Built by the same
// function as a package under a permission, so that nothing leaves for a court that could not leave at all.
import type { OwnSection } from '#shared/records/own-copy';
import type { Production } from '#shared/records/legal-request';
import type { ReadContext } from '../context.ts';
import { gather } from '../packages/released-content.ts';

type Ordered = Pick<Production, 'categories' | 'from' | 'to'>;

/** Before the first and after the last day of any note. */
const FIRST = '0000-01-01';
const LAST = '9999-12-31';

export function gatherOrdered(
  context: Pick<ReadContext, 'db'>,
  caseFileId: string,
  { categories, from, to }: Ordered,
): OwnSection[] {
  const notesBetween = { from: from ?? FIRST, to: to ?? LAST };
  const { sections } = gather({ context, caseFileId, categories: [...new Set(categories)], notesBetween });
  return sections.map(({ category, title, rows }, at) => ({
    category,
    title,
    lines: rows.map((row, line) => ({ id: `${category} ${at}:${line}`, ...row })),
  }));
}
