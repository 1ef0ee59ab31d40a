// Gathers everything of one person that is hers to read, in lines that can be left out one by one. What is sealed (T4), the notes of
// counselling and what her lawyer said are not in it, and are named. Reports of the house are, as far as they are about her. The same function fills the screen and the copy.
import { createHash } from 'node:crypto';
import type { Answers } from '#shared/answers';
import { findForm } from '#shared/forms/published';
import type { FormId } from '#shared/forms/form-definition';
import { htcdsFields } from '#shared/htcds/fields';
import { namedCells } from '#shared/htcds/write-cell';
import { CIRCLES } from '#shared/records/incident';
import type { CopyScope, MaskReason, OwnLine, OwnRecord, OwnSection } from '#shared/records/own-copy';
import type { Omission } from '#shared/packages/omission';
import type { ReleasedRow } from '#shared/records/package';
import { legal } from '#shared/text/en/legal';
import { ownCopyText } from '#shared/text/en/own-copy';
import { writtenDay } from '#shared/text/en/package';
import { releasedText } from '#shared/text/en/released';
import { services } from '#shared/text/en/services';
import type { ReadContext } from '../context.ts';
import { answerRows } from '../packages/released-answers.ts';
import { screeningRows } from '../packages/released-screenings.ts';
import { amendmentsOf } from '../records/amendment.ts';
import { attachmentKind } from '../records/attachment.ts';
import { loadCase } from '../records/case-file.ts';
import { seesEveryCase } from '../records/case-reach.ts';
import { caseNoteKind } from '../records/case-note.ts';
import { htcdsRecordKind } from '../records/htcds-record.ts';
import { reportsNaming } from '../records/incident.ts';
import { intakeKind } from '../records/intake-kind.ts';
import { legalMatterKind } from '../records/legal-matter.ts';
import { needKind } from '../records/need-kind.ts';
import { partsOf } from '../records/one-record.ts';
import { listRecords, type RecordKind } from '../records/record-kind.ts';
import { receivedPackageKind } from '../records/received-package.ts';
import { safetyPlanKind } from '../records/safety-plan-kind.ts';
import { serviceKind } from '../records/service.ts';
import { supportPlanOf } from '../records/support-plan.ts';
import { traffickingProfileKind } from '../records/trafficking-profile.ts';

type Reader = ReadContext;
type Row = ReleasedRow & { readonly key: string; readonly suggested?: MaskReason };

const row = (key: string, label: string, value: string, more: Partial<Omit<Row, 'key'>> = {}): Row[] =>
  value.trim() === '' ? [] : [{ key, label, value: value.slice(0, 60_000), ...more }];
/** Rows that were made without a key get the one of their record. */
const keyed = (key: string, rows: readonly ReleasedRow[]): Row[] => rows.map((one) => ({ key, ...one }));

/** Everything of a case and its parts; for GIVEN only what she said herself. */
export function gatherOwn(context: Reader, caseFileId: string, scope: CopyScope): OwnRecord {
  const cases = [caseFileId, ...partsOf(context, caseFileId).map((part) => part.caseFileId)];
  const sections = [...builders, ...(scope === 'WHOLE' ? [houseReports(cases)] : [])]
    .map(({ category, title, build }) => ({
      category,
      title,
      lines: numbered(cases.flatMap((one) => build(context, one)).filter((one) => scope === 'WHOLE' || isGiven(one))),
    }))
    .filter(({ lines }) => lines.length > 0);
  const omissions = seesEveryCase(context.staffMember.role) ? OMITTED : [...OMITTED, NARROW_REPORTS];
  return { sections, omissions, sha256: sha256Of(sections) };
}

/** Said by her: what somebody saw, heard elsewhere or read is not hers to have given. */
const isGiven = ({ source }: ReleasedRow): boolean => source === undefined || source === 'EXPRESSED';

export const sha256Of = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** Named, whether there are any or not: that there are none would tell as much. */
const OMITTED: Omission[] = [
  { what: ownCopyText.counselling, why: 'sealed' },
  { what: ownCopyText.sealed, why: 'sealed' },
  { what: ownCopyText.lawyer, why: 'sealed' },
];

/** What a colleague may not read she cannot look through: a director does, and that there is none is said in the same words. */
const NARROW_REPORTS: Omission = { what: ownCopyText.narrowReports, why: 'sealed' };

/** A line is known by its record and its place in it, so that writing elsewhere moves no mask. */
function numbered(rows: readonly Row[]): OwnLine[] {
  const seen = new Map<string, number>();
  return rows.map(({ key, ...line }) => {
    const at = seen.get(key) ?? 0;
    seen.set(key, at + 1);
    return { id: `${key}:${at}`, ...line };
  });
}

type Builder = (context: Reader, caseFileId: string) => Row[];

const all = <Body>(context: Reader, kind: RecordKind<Body>, caseFileId: string, order: 't.id' | 't.revision_seq') =>
  listRecords(context, kind, `t.case_file_id = ? ORDER BY ${order}`, [caseFileId]);

const who: Builder = (context, caseFileId) => {
  const { nameUsed, pronouns, aliases, languages, gender, goodToKnow } = loadCase(context, caseFileId).body;
  const key = `who ${caseFileId}`;
  return [
    ...row(key, releasedText.name, nameUsed, { hers: true }),
    ...row(key, releasedText.pronouns, pronouns),
    ...aliases.flatMap(({ text }) => row(key, ownCopyText.alias, text)),
    ...row(key, releasedText.languages, languages.join(', ')),
    ...row(key, ownCopyText.gender, gender, { hers: true }),
    ...goodToKnow.flatMap(({ words }) => row(key, releasedText.access, words)),
  ];
};

const reach: Builder = (context, caseFileId) => {
  const { methods, identifyAs } = loadCase(context, caseFileId).body.safeContact;
  const key = `reach ${caseFileId}`;
  const lines = methods.flatMap(({ way, value, when, sharedWith, caution }) => {
    const words = [value, when, sharedWith === '' ? '' : releasedText.sharedWith(sharedWith), caution];
    return row(key, releasedText.way(way), words.filter(Boolean).join('; '));
  });
  return [...lines, ...row(key, releasedText.identifyAs, identifyAs)];
};

interface Answered {
  readonly formId: FormId;
  readonly formVersion: number;
  readonly answers: Answers;
}
const answered =
  <Body extends Answered>(kind: RecordKind<Body>): Builder =>
  (context, caseFileId) =>
    all(context, kind, caseFileId, 't.id').flatMap(({ id, body: { formId, formVersion, answers } }) => {
      const form = findForm(formId, formVersion);
      return form === undefined
        ? []
        : keyed(
            id,
            answerRows(form, answers, () => true),
          );
    });

const needs: Builder = (context, caseFileId) =>
  all(context, needKind, caseFileId, 't.revision_seq').flatMap(({ id, body }) => {
    const said = body.source === 'EXPRESSED' ? { hers: true } : { source: body.source };
    const day = writtenDay(new Date(body.identifiedAt).toISOString().slice(0, 10));
    const staff = { source: 'OBSERVED' as const };
    return [
      ...row(id, day, body.title, said),
      ...row(id, ownCopyText.note, body.note, staff),
      ...row(id, ownCopyText.outcome, body.outcome, staff),
    ];
  });

const supportPlan: Builder = (context, caseFileId) => {
  const plan = supportPlanOf(context, caseFileId);
  if (plan === null) return [];
  const { id, body } = plan;
  return [
    ...row(id, releasedText.vision, body.vision, { hers: true }),
    ...body.goals.flatMap((goal) => [
      ...row(
        goal.id,
        releasedText.goal,
        goal.survivorWording,
        goal.proposedBy === 'SURVIVOR' ? { hers: true } : { source: 'OBSERVED' },
      ),
      ...goal.steps.flatMap((step) => row(step.id, releasedText.step, step.what)),
    ]),
  ];
};

const notes: Builder = (context, caseFileId) =>
  all(context, caseNoteKind, caseFileId, 't.revision_seq').flatMap(({ id, body }) => {
    const day = writtenDay(body.happenedOn);
    return [
      // What staff write is theirs, also when it tells what she said: her own words stand in quotes.
      ...row(id, day, body.body, { source: body.source === 'EXPRESSED' ? 'OBSERVED' : body.source }),
      ...body.quotes.flatMap(({ words, translation }) => [
        ...row(id, day, words, { hers: true }),
        ...row(id, releasedText.translation, translation ?? ''),
      ]),
    ];
  });

const beside: Builder = (context, caseFileId) =>
  amendmentsOf(context, caseFileId)
    .filter((one) => one.caseFileId === caseFileId)
    .flatMap(({ id, kind, wrong, words }) => [
      ...row(id, ownCopyText.wrong, wrong),
      ...row(id, kind === 'CORRECTION' ? ownCopyText.right : ownCopyText.statement, words, { hers: true }),
    ]);

const legalMatters: Builder = (context, caseFileId) =>
  all(context, legalMatterKind, caseFileId, 't.id').flatMap(({ id, body }) => [
    ...row(id, legal.types[body.type], legal.stageNames[body.stage], { source: 'OBSERVED' }),
    ...row(id, ownCopyText.decided, body.decided, { hers: true }),
  ]);

const given: Builder = (context, caseFileId) =>
  all(context, serviceKind, caseFileId, 't.id')
    .filter(({ body }) => !body.isStruck)
    .flatMap(({ id, body }) => row(id, writtenDay(body.on), services.code[body.code], { source: 'OBSERVED' }));

const files: Builder = (context, caseFileId) =>
  all(context, attachmentKind, caseFileId, 't.id').flatMap(({ id, body }) =>
    body.title === null || body.sealed ? [] : row(id, ownCopyText.files, body.title, { source: 'DOCUMENT' }),
  );

/** Told by another house: not what she said here, even where it quotes her. */
const fromOthers: Builder = (context, caseFileId) =>
  all(context, receivedPackageKind, caseFileId, 't.id').flatMap(({ id, body: { sender, sections, htcds = {} } }) => {
    const told = sections.flatMap(({ title, rows }) =>
      rows.map(({ label, value }) => ({ label: `${title}: ${label}`, value })),
    );
    const fields = Object.entries(htcds).map(([label, value]) => ({ label, value }));
    return [...told, ...fields].flatMap(({ label, value }) =>
      row(id, `${sender.name}: ${label}`.slice(0, 200), value, { source: 'REPORTED' }),
    );
  });

/**
 * Reports of the house in which she stands (GDPR Art. 15: what is kept of her, wherever it is kept). Who else stands in one is never in
 * it; its words are masked to begin with when somebody else does, and when it is one that few may read.
 */
const houseReports = (cases: readonly string[]): Section => ({
  category: 'CASE_NOTES',
  title: ownCopyText.reports,
  build: (context, caseFileId) => (caseFileId === cases[0] ? reportRows(context, cases) : []),
});

const reportRows = (context: Reader, cases: readonly string[]): Row[] =>
  reportsNaming(context, cases).flatMap(({ id, body: { type, at, people, facts, actions, toldOutside } }) => {
    const isNarrow = CIRCLES[type] === 'NARROW';
    const withOthers = people.some((one) => !cases.includes(one));
    const suggested = isNarrow ? ('SAFETY' as const) : withOthers ? ('OTHER_PERSON' as const) : undefined;
    const more = { source: 'OBSERVED' as const, ...(suggested === undefined ? {} : { suggested }) };
    const label = isNarrow
      ? ownCopyText.report
      : ownCopyText.reportOf(writtenDay(new Date(at).toISOString().slice(0, 10)));
    return [
      ...row(id, label, facts, more),
      ...row(id, label, actions, more),
      ...row(id, label, toldOutside === '' ? '' : ownCopyText.reportTold(toldOutside), more),
    ];
  });

const codedKey = (recordId: string, field: string): string => `${recordId} ${field}`;
/** The line of one field of her workbook: each has one. */
export const codedLineId = (recordId: string, field: string): string => `${codedKey(recordId, field)}:0`;

const coded: Builder = (context, caseFileId) =>
  all(context, htcdsRecordKind, caseFileId, 't.id').flatMap(({ id, body }) => {
    const cells = namedCells(body.answers, context.today());
    return htcdsFields.flatMap(({ name, label }) => row(codedKey(id, name), label || name, cells[name] ?? ''));
  });

interface Section extends Pick<OwnSection, 'category' | 'title'> {
  readonly build: Builder;
}

/** The category says how near each part lies to what an agency would be sent; nothing is left out by it here. */
const builders: readonly Section[] = [
  { category: 'NAME', title: ownCopyText.who, build: who },
  { category: 'CONTACT', title: ownCopyText.reach, build: reach },
  { category: 'AGE', title: ownCopyText.intake, build: answered(intakeKind) },
  { category: 'NEEDS', title: ownCopyText.needs, build: needs },
  { category: 'SAFETY_PLAN', title: ownCopyText.safetyPlan, build: answered(safetyPlanKind) },
  { category: 'SUPPORT_PLAN', title: ownCopyText.supportPlan, build: supportPlan },
  { category: 'TRAFFICKER_INFO', title: ownCopyText.profile, build: answered(traffickingProfileKind) },
  { category: 'CASE_NOTES', title: ownCopyText.beside, build: beside },
  { category: 'CASE_NOTES', title: ownCopyText.notes, build: notes },
  {
    category: 'MENTAL_HEALTH',
    title: ownCopyText.screens,
    build: (context, caseFileId) =>
      keyed(
        `screens ${caseFileId}`,
        screeningRows({ context, caseFileId }).map((one) => ({ ...one, source: 'OBSERVED' as const })),
      ),
  },
  { category: 'IMMIGRATION', title: ownCopyText.legal, build: legalMatters },
  { category: 'NEEDS', title: ownCopyText.services, build: given },
  { category: 'CASE_NOTES', title: ownCopyText.files, build: files },
  { category: 'CASE_NOTES', title: ownCopyText.others, build: fromOthers },
  { category: 'CODED_PROFILE', title: ownCopyText.coded, build: coded },
];
