// Gathers exactly what a release covers out of the records of one case. Each category has one builder; what no builder names stays.
// The same function fills the preview and the package, so that what was read through is what leaves.
import type { z } from 'zod';
import { findForm } from '#shared/forms/published';
import { HtcdsRecord } from '#shared/records/htcds-record';
import { Intake } from '#shared/records/intake';
import { isOpenNeed } from '#shared/records/need-rules';
import type { Omission } from '#shared/packages/omission';
import type { ReleasedContent, ReleasedRow, ReleasedSection } from '#shared/records/package';
import type { ReleaseCategory } from '#shared/records/release-categories';
import { categoryOfGoal, categoryOfNeed, intakeAnswers, safetyPlanAnswers } from '#shared/records/release-coverage';
import { SafetyPlan } from '#shared/records/safety-plan';
import { mayUse, redReasons } from '#shared/records/safe-contact';
import type { Goal } from '#shared/records/support-plan';
import { writtenDay } from '#shared/text/en/package';
import { releasedText } from '#shared/text/en/released';
import type { ReadContext } from '../context.ts';
import { loadCase } from '../records/case-file.ts';
import { caseNoteKind } from '../records/case-note.ts';
import { needKind } from '../records/need-kind.ts';
import { listRecords } from '../records/record-kind.ts';
import { supportPlanOf } from '../records/support-plan.ts';
import { answerRows } from './released-answers.ts';
import { codedFields } from './released-coded.ts';
import { screeningRows } from './released-screenings.ts';

export interface Gathering {
  readonly context: Pick<ReadContext, 'db'>;
  readonly caseFileId: string;
  readonly categories: readonly ReleaseCategory[];
  /** Only notes about these days. */
  readonly notesBetween?: { readonly from: string; readonly to: string };
}

/** Rows that fit into one section; more go into a further one of the same title. */
const ROWS = 500;

export interface Gathered {
  readonly sections: readonly ReleasedSection[];
  readonly htcds: ReleasedContent['htcds'];
  readonly omissions: readonly Omission[];
}

/** Everything the categories cover, in the order of the fixed list, and by name what was asked for and is not there. */
export function gather(gathering: Gathering): Gathered {
  const htcds = coded(gathering);
  const built = gathering.categories.map((category) => ({ category, rows: builders[category](gathering) }));
  const isMissing = ({ category, rows }: (typeof built)[number]): boolean =>
    rows.length === 0 && !(category === 'CODED_PROFILE' && htcds !== undefined);
  return {
    sections: built.flatMap(({ category, rows }) => sectionsOf(category, rows)),
    htcds,
    omissions: built.filter(isMissing).map(({ category }) => ({
      what: releasedText.title(category),
      why: category === 'LOCATION' ? 'sealed' : 'not-answered',
    })),
  };
}

function sectionsOf(category: ReleaseCategory, rows: readonly ReleasedRow[]): ReleasedSection[] {
  const sections: ReleasedSection[] = [];
  for (let at = 0; at < rows.length; at += ROWS) {
    sections.push({ category, title: releasedText.title(category), rows: rows.slice(at, at + ROWS) });
  }
  return sections;
}

type Builder = (gathering: Gathering) => ReleasedRow[];

const caseOf = ({ context, caseFileId }: Gathering) => loadCase(context, caseFileId).body;
const row = (label: string, value: string, extra: Partial<ReleasedRow> = {}): ReleasedRow[] =>
  value.trim() === '' ? [] : [{ label, value, ...extra }];

const nameRows: Builder = (gathering) => {
  const { nameUsed, pronouns } = caseOf(gathering);
  return [...row(releasedText.name, nameUsed, { hers: true }), ...row(releasedText.pronouns, pronouns)];
};

/** Only ways she said are safe. "Not known" reads as no. */
const contactRows: Builder = (gathering) => {
  const { safeContact } = caseOf(gathering);
  const { methods, identifyAs } = safeContact;
  const safe = methods.filter((method) => redReasons(safeContact, method).length === 0);
  const lines = safe.flatMap((method) => {
    const voicemail = method.way === 'CALL' && !mayUse(method.voicemail) ? releasedText.voicemail : '';
    const { value, when, sharedWith, caution, language } = method;
    const shared = sharedWith === '' ? '' : releasedText.sharedWith(sharedWith);
    const words = [value, releasedText.agreedTimes(method), when, language, shared, caution, voicemail]
      .filter((part) => part !== '')
      .join('; ');
    return row(releasedText.way(method.way), words === '' ? releasedText.yes : words);
  });
  return lines.length === 0 ? [] : [...lines, ...row(releasedText.identifyAs, identifyAs)];
};

const houseRows = (gathering: Gathering, kind: 'access' | 'allergy', label: string): ReleasedRow[] =>
  caseOf(gathering)
    .goodToKnow.filter((line) => line.kind === kind)
    .flatMap((line) => row(label, line.words));

function intakeRows(gathering: Gathering, category: ReleaseCategory): ReleasedRow[] {
  const allowed = intakeAnswers[category] ?? [];
  const intake = newestBody(gathering, 'intake', Intake);
  const form = intake === null ? undefined : findForm(intake.formId, intake.formVersion);
  return intake === null || form === undefined ? [] : answerRows(form, intake.answers, (id) => allowed.includes(id));
}

/** Needs still open, in her words where they are hers; never the worker's note. */
function needRows({ context, caseFileId }: Gathering, category: ReleaseCategory): ReleasedRow[] {
  return listRecords(context, needKind, 't.case_file_id = ? AND t.is_open = 1 ORDER BY t.due_at, t.id', [caseFileId])
    .map(({ body }) => body)
    .filter((need) => isOpenNeed(need.status) && categoryOfNeed(need) === category)
    .flatMap((need) => {
      const expressed = need.source === 'EXPRESSED';
      return row(releasedText.within(need.urgency), need.title, expressed ? { hers: true } : { source: need.source });
    });
}

const LEFT: readonly Goal['status'][] = ['CHANGED', 'DROPPED_BY_SURVIVOR'];

/** Goals she set or said yes to. One that staff proposed is not hers to send before that. */
const planRows: Builder = ({ context, caseFileId, categories }) => {
  const plan = supportPlanOf(context, caseFileId)?.body;
  if (plan === undefined) return [];
  const covered = (goal: Goal): boolean => {
    const needed = categoryOfGoal(goal.domain);
    const isHers = goal.proposedBy === 'SURVIVOR' || goal.assentedOn !== null;
    return needed !== null && categories.includes(needed) && isHers && !LEFT.includes(goal.status);
  };
  return [...row(releasedText.vision, plan.vision, { hers: true }), ...plan.goals.filter(covered).flatMap(goalRows)];
};

const goalRows = (goal: Goal): ReleasedRow[] => [
  ...row(releasedText.goal, goal.survivorWording, goal.proposedBy === 'SURVIVOR' ? { hers: true } : {}),
  ...goal.steps
    .filter((step) => step.status !== 'LET_GO')
    .flatMap((step) => row(releasedText.step, `${step.what} (${releasedText.by(step.who, step.byWhen)})`)),
];

const safetyPlanRows: Builder = (gathering) => {
  const plan = newestBody(gathering, 'safety-plan', SafetyPlan);
  const form = plan === null ? undefined : findForm(plan.formId, plan.formVersion);
  const mayLeave = (id: string): boolean => {
    const needed = Object.hasOwn(safetyPlanAnswers, id) ? safetyPlanAnswers[id] : 'SAFETY_PLAN';
    return needed !== undefined && needed !== null && gathering.categories.includes(needed);
  };
  const answers = plan === null || form === undefined ? [] : answerRows(form, plan.answers, mayLeave);
  return [...answers, ...needRows(gathering, 'SAFETY_PLAN')];
};

const ALL_DAYS = { from: '0000-01-01', to: '9999-12-31' } as const;

/** Notes she agreed to without limits, each in its newest form: one that was put right leaves as the correction alone. */
const noteRows: Builder = ({ context, caseFileId, notesBetween = ALL_DAYS }) =>
  listRecords(
    context,
    caseNoteKind,
    `t.case_file_id = $case AND t.happened_on BETWEEN $from AND $to
     AND NOT EXISTS (SELECT 1 FROM case_note c WHERE c.correction_of = t.id) ORDER BY t.happened_on, t.id`,
    { case: caseFileId, ...notesBetween },
  )
    .map(({ body }) => body)
    .filter((note) => note.notesConsent === 'YES')
    .flatMap((note) => {
      const day = writtenDay(note.happenedOn);
      return [
        ...row(day, note.body, note.source === 'EXPRESSED' ? {} : { source: note.source }),
        ...note.quotes.flatMap((quote) => [
          ...row(day, quote.words, { hers: true }),
          ...row(releasedText.translation, quote.translation ?? ''),
        ]),
      ];
    });

const builders: Readonly<Record<ReleaseCategory, Builder>> = {
  NAME: nameRows,
  CONTACT: contactRows,
  LANGUAGES: (from) => [
    ...row(releasedText.languages, caseOf(from).languages.join(', ')),
    ...intakeRows(from, 'LANGUAGES'),
  ],
  ACCESS_NEEDS: (from) => houseRows(from, 'access', releasedText.access),
  AGE: (from) => intakeRows(from, 'AGE'),
  NEEDS: (from) => needRows(from, 'NEEDS'),
  SUPPORT_PLAN: planRows,
  SAFETY_PLAN: safetyPlanRows,
  CASE_NOTES: noteRows,
  CODED_PROFILE: () => [], // htcds.csv and the same fields in record.json
  IDENTIFICATION_INDICATORS: () => [], // a decision aid of this house: it stays here, and its absence is named in the package
  HEALTH: (from) => [
    ...houseRows(from, 'allergy', releasedText.allergy),
    ...intakeRows(from, 'HEALTH'),
    ...needRows(from, 'HEALTH'),
  ],
  HIV: () => [], // never recorded apart
  SUBSTANCE_USE: () => [], // only as part of a plan, which needs its own tick too
  MENTAL_HEALTH: (from) => [...needRows(from, 'MENTAL_HEALTH'), ...screeningRows(from)],
  IMMIGRATION: (from) => [...intakeRows(from, 'IMMIGRATION'), ...needRows(from, 'IMMIGRATION')],
  TRAFFICKER_INFO: (from) => intakeRows(from, 'TRAFFICKER_INFO'),
  CHILDREN: (from) => [...intakeRows(from, 'CHILDREN'), ...needRows(from, 'CHILDREN')],
  LOCATION: () => [], // T4 is in no package, released or not (domain §0)
};

function coded(gathering: Gathering): ReleasedContent['htcds'] {
  const record = newestBody(gathering, 'htcds-record', HtcdsRecord);
  return record === null ? undefined : codedFields(record.answers, gathering.categories);
}

/** The newest saved state of the newest record of a kind in a case; null when there is none. */
function newestBody<Body>({ context, caseFileId }: Gathering, kind: string, schema: z.ZodType<Body>): Body | null {
  const found = context.db.get<{ body: string }>(
    `SELECT r.body AS body FROM revision r JOIN audit_entry e ON e.seq = r.audit_seq
     WHERE e.case_file_id = ? AND r.record_kind = ? AND r.body IS NOT NULL
       AND r.revision = (SELECT max(x.revision) FROM revision x WHERE x.record_id = r.record_id)
     ORDER BY r.audit_seq DESC LIMIT 1`,
    [caseFileId, kind],
  );
  return found === undefined ? null : schema.parse(JSON.parse(found.body));
}
