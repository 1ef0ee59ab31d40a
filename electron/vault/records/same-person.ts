// Looks for an earlier record of the same person. Names are compared as they are spelled in Latin letters, which the table of
// cases keeps; what else is known is read only of the few whose name is alike.
import { CaseStatus } from '#shared/records/case-status';
import {
  comparableName,
  type ComparableName,
  factPoints,
  namePoints,
  type PersonFacts,
  suggestsSamePerson,
} from '#shared/records/duplicate';
import type { PerhapsKnown, samePersonOperations } from '#shared/records/same-person';
import { StaffMemberId } from '#shared/ids';
import type { ReadContext } from '../context.ts';
import type { Row } from '../database/sql.ts';
import type { Handlers } from '../router.ts';
import { loadCase } from './case-file.ts';
import { mayOpen } from './case-reach.ts';
import { caseRef } from './case-ref.ts';
import { personFacts } from './person-facts.ts';
import { samePersonMergeHandlers } from './same-person-merge.ts';
import { PARTS_OF_OTHERS } from './one-record.ts';

const MOST_SHOWN = 5;

export const samePersonHandlers: Handlers<typeof samePersonOperations> = {
  ...samePersonMergeHandlers,
  look: (context, { nameUsed }) =>
    perhapsKnown(context, { names: [nameUsed], born: null, languages: [], nationalities: [] }, null),
  ofCase: (context, { caseFileId }) =>
    perhapsKnown(context, personFacts(context, loadCase(context, caseFileId)), caseFileId),
};

interface NamesRow extends Row {
  id: string;
  status: string;
  names: string;
}

/** `of` is the case that is asked about, which is not its own double. */
function perhapsKnown(context: ReadContext, facts: PersonFacts, of: string | null): PerhapsKnown {
  const alike = likenesses(context, facts, of);
  const open = alike.filter(({ id }) => mayOpen(context, 'facts', id));
  return {
    cases: open
      .slice(0, MOST_SHOWN)
      .map(({ id, status }) => ({ ...caseRef(context, id), status: CaseStatus.parse(status) })),
    askWhom: open.length === alike.length ? [] : custodians(context),
  };
}

/** She said no, they are one already, or one is known to be the earlier file of the other: not suggested again. */
const ANSWERED = `SELECT iif(one_case_id = $of, other_case_id, one_case_id) FROM same_person
  WHERE $of IN (one_case_id, other_case_id) AND (answer = 'WANTS_SEPARATE' OR merged_id IS NOT NULL)
  UNION ALL SELECT case_file_id FROM earlier_file WHERE now_case_id = $of
  UNION ALL SELECT now_case_id FROM earlier_file WHERE case_file_id = $of`;

interface Likeness extends NamesRow {
  readonly points: number;
}

/** Those that are suggested, likeliest first. */
function likenesses(context: ReadContext, facts: PersonFacts, of: string | null): Likeness[] {
  const ours = facts.names.map(comparableName);
  const today = context.today();
  return context.db
    .all<NamesRow>(
      `SELECT id, status, latin_names AS names FROM case_file WHERE id IS NOT $of AND id NOT IN (${PARTS_OF_OTHERS})
         AND id NOT IN (${ANSWERED})`,
      { of },
    )
    .flatMap((row) => {
      const name = bestName(ours, row.names);
      if (name === 0) return [];
      const points = name + factPoints(facts, personFacts(context, loadCase(context, row.id)), today);
      return suggestsSamePerson(name, points - name) ? [{ ...row, points }] : [];
    })
    .sort((one, other) => other.points - one.points);
}

function bestName(ours: readonly ComparableName[], names: string): number {
  const theirs = names.split('\n').map(comparableName);
  return Math.max(0, ...ours.flatMap((one) => theirs.map((other) => namePoints(one, other))));
}

const custodians = ({ db }: ReadContext): PerhapsKnown['askWhom'] =>
  db
    .all<{ id: string; name: string }>(
      "SELECT id, name FROM staff_member WHERE role = 'director' AND disabled_at IS NULL ORDER BY name, id",
    )
    .map(({ id, name }) => ({ id: StaffMemberId.parse(id), name }));
