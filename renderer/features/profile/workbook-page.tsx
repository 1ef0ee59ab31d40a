// All 84 fields of the standard for one case: what a workbook said, beside the words it was written in.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type HtcdsField, type HtcdsFieldName, htcdsFields, type HtcdsSection, choicesOf } from '#shared/htcds/fields';
import type { CaseFileId } from '#shared/ids';
import {
  answerOf,
  type HtcdsAnswer,
  type HtcdsAnswers,
  type HtcdsRecordShown,
  type HtcdsValue,
} from '#shared/records/htcds-record';
import { useRead } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { partialDateWords } from '../../dates.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import { BackToHappened } from './back.tsx';

export function WorkbookPage({ params }: PageProps) {
  const t = useText();
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  const [showsAll, setShowsAll] = useState(false);
  const records = useRead('htcdsRecord.list', { caseFileId });
  return (
    <CaseFrame caseFileId={caseFileId} task={t('happened.workbook')} actions={() => <BackToHappened id={caseFileId} />}>
      {() => (
        <div className="stack">
          <div className="row between wrap">
            <p className="dim grow">{records.value?.length === 0 ? t('profile.none') : t('profile.lead')}</p>
            <Button variant="default" aria-pressed={showsAll} onClick={() => setShowsAll(!showsAll)}>
              {showsAll ? t('profile.showFilled') : t('profile.showAll')}
            </Button>
          </div>
          {records.error && <ErrorSentence error={records.error} />}
          {records.value?.map((record) => (
            <OneRecord key={record.id} record={record} showsAll={showsAll} />
          ))}
          {records.value?.length === 0 && showsAll && <Fields answers={{}} sealed={[]} showsAll />}
        </div>
      )}
    </CaseFrame>
  );
}

function OneRecord({ record, showsAll }: { record: HtcdsRecordShown; showsAll: boolean }) {
  const t = useText();
  return (
    <>
      <p className="small dim">{t('profile.row', { row: record.origin.row, sheet: record.origin.sheet })}</p>
      <Fields answers={record.answers} sealed={record.sealed} showsAll={showsAll} />
      {record.others.length > 0 && (
        <Sheet title={t('profile.others')}>
          <table className="twin">
            <tbody>
              {record.others.map((cell) => (
                <tr key={cell.header}>
                  <th scope="row" dir="auto">
                    {cell.header}
                  </th>
                  <td dir="auto">{cell.text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sheet>
      )}
    </>
  );
}

interface FieldsProps {
  readonly answers: HtcdsAnswers;
  readonly sealed: readonly HtcdsFieldName[];
  readonly showsAll: boolean;
}

const sections = [...new Set(htcdsFields.map(({ section }) => section))];

function Fields({ answers, sealed, showsAll }: FieldsProps) {
  const isShown = ({ name }: HtcdsField): boolean =>
    showsAll || sealed.includes(name) || answerOf(answers, name).state !== 'NOT_ASKED';
  return (
    <>
      {sections.map((section) => (
        <Section
          key={section}
          section={section}
          fields={htcdsFields.filter((field) => field.section === section && isShown(field))}
          answers={answers}
          sealed={sealed}
        />
      ))}
    </>
  );
}

interface SectionProps extends Omit<FieldsProps, 'showsAll'> {
  readonly section: HtcdsSection;
  readonly fields: readonly HtcdsField[];
}

function Section({ section, fields, answers, sealed }: SectionProps) {
  const t = useText();
  if (fields.length === 0) return null;
  return (
    <Sheet title={t(`profile.section.${section}`)}>
      <table className="twin">
        <tbody>
          {fields.map((field) => (
            <tr key={field.name}>
              <th scope="row">{field.label || field.name}</th>
              <td dir="auto">
                {sealed.includes(field.name) ? (
                  <span className="dim">{t('profile.sealedField', { field: field.label || field.name })}</span>
                ) : (
                  <Answered field={field} answer={answerOf(answers, field.name)} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

function Answered({ field, answer }: { field: HtcdsField; answer: HtcdsAnswer }) {
  const t = useText();
  const words = useValueWords();
  if (answer.value === undefined) return <span className="dim">{stateWords(t, answer)}</span>;
  const said = words(field, answer.value);
  return (
    <>
      {said}
      {answer.asWritten !== undefined && answer.asWritten !== said && (
        <span className="small dim">{` ${t('profile.asWritten', { text: answer.asWritten.slice(0, 200) })}`}</span>
      )}
      {answer.check !== undefined && (
        <div>
          <Note>{t('profile.check', { what: t(`imports.problem.${answer.check}`) })}</Note>
        </div>
      )}
    </>
  );
}

function stateWords(t: ReturnType<typeof useText>, answer: HtcdsAnswer): string {
  switch (answer.state) {
    case 'DECLINED':
      return t('words.declined');
    case 'UNKNOWN':
      return t('words.notKnown');
    case 'NOT_APPLICABLE':
      return t('words.notApplicable');
    case 'WITHHELD_FOR_SAFETY':
      return t('words.withheld');
    case 'NOT_ASKED':
    case 'ANSWERED':
      return t('profile.notAsked');
  }
}

function useValueWords(): (field: HtcdsField, value: HtcdsValue) => string {
  const t = useText();
  return (field, value) => {
    switch (value.kind) {
      case 'text':
      case 'written':
        return value.text;
      case 'number':
        return String(value.number);
      case 'yes-no':
        return value.yes ? t('profile.yes') : t('profile.no');
      case 'date':
        return partialDateWords(value.date);
      case 'choices':
        return value.choices
          .map((choice) =>
            'code' in choice
              ? (choicesOf(field).find(([code]) => code === choice.code)?.[1] ?? choice.code)
              : choice.written,
          )
          .join(', ');
    }
  };
}
