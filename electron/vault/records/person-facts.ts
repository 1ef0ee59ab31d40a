// What two records are compared by when they may be of one person: from the case, its intake, and a workbook it came with.
import type { Answer, Answers } from '#shared/answers';
import { codeFor } from '#shared/htcds/choices';
import { codesIn } from '#shared/htcds/draft-case';
import { htcdsField } from '#shared/htcds/fields';
import { PartialDate } from '#shared/partial-date';
import type { CaseFile } from '#shared/records/case-file';
import type { PersonFacts } from '#shared/records/duplicate';
import { allNames } from '#shared/records/names';
import { localDate } from '#shared/time';
import type { ReadContext } from '../context.ts';
import { birthdateOf, htcdsRecordKind } from './htcds-record.ts';
import { intakeAnswersOf } from './intake-kind.ts';
import { listRecords, type Stored } from './record-kind.ts';

const importedOf = (context: ReadContext, id: string) =>
  listRecords(context, htcdsRecordKind, 't.case_file_id = ?', [id])[0]?.body.answers ?? {};

/** The birthday as far as it is known; null when only an age was told, or nothing. */
export function birthdayOf(context: ReadContext, id: string): PartialDate | null {
  const born = PartialDate.safeParse(intakeAnswersOf(context, id)['born-on']?.value);
  return born.success ? born.data : birthdateOf(importedOf(context, id));
}

export function personFacts(context: ReadContext, { id, body }: Stored<CaseFile>): PersonFacts {
  const intake = intakeAnswersOf(context, id);
  const imported = importedOf(context, id);
  return {
    names: allNames(body),
    born: bornOf(intake) ?? birthdateOf(imported),
    languages: languageCodes(body.languages),
    nationalities: [...countriesIn(intake), ...codesIn(imported, 'prs_Citizenship')],
  };
}

/** Languages as they were written, as codes; what is no language we know counts for nothing. */
export function languageCodes(written: readonly string[]): readonly string[] {
  const language = htcdsField('prs_PrimaryLanguage');
  return written.flatMap((name) => codeFor(language, name) ?? []);
}

function countriesIn(intake: Answers): readonly string[] {
  const words = intake['nationality']?.value;
  if (typeof words !== 'string') return [];
  const country = htcdsField('prs_Citizenship');
  return words.split(/[,;،\n]| and /u).flatMap((name) => codeFor(country, name.trim()) ?? []);
}

/** The birthday as far as it is known, or the years that an age she told leaves open. */
function bornOf(intake: Answers): PartialDate | null {
  const born = PartialDate.safeParse(intake['born-on']?.value);
  return born.success ? born.data : bornByBand(intake['age-band']);
}

/** "age-18-20", "age-48-up" of the intake form. */
const BAND = /^age-(\d+)-(\d+|up)$/;
const OLDEST = 110;

function bornByBand(answer: Answer | undefined): PartialDate | null {
  const [, from, to] = BAND.exec(typeof answer?.value === 'string' ? answer.value : '') ?? [];
  if (answer === undefined || from === undefined || to === undefined) return null;
  const said = Number(localDate(answer.recordedAt, 'UTC').slice(0, 4));
  const oldest = to === 'up' ? OLDEST : Number(to);
  return { precision: 'about', fromYear: said - oldest - 1, toYear: said - Number(from) };
}
