// What the workbook leaves open, asked once for all cells it concerns. "Leave it open" is always one of the answers.
import { Button } from '@mantine/core';
import { choicesOf, htcdsField } from '#shared/htcds/fields';
import type { Decision, ImportId, Question } from '#shared/records/htcds-import';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconQuestion } from '../../ui/icons.ts';
import { Rows, Sheet } from '../../ui/sheet.tsx';

const MOST = 50;

export function ImportQuestions({ importId }: { importId: ImportId }) {
  const t = useText();
  const list = useRead('htcdsImport.questions', { importId, offset: 0, limit: MOST }, { keepLast: true });
  const decide = useWrite('htcdsImport.decide', { quiet: true });
  if (list.error) return <ErrorSentence error={list.error} />;
  if (!list.value || list.value.total === 0) return null;
  return (
    <Sheet flush title={t('imports.questions')} end={t('imports.questionsOpen', { count: list.value.open })}>
      {decide.error && <ErrorSentence error={decide.error} />}
      <Rows>
        {list.value.questions.map((question) => (
          <li key={question.question} className="import-ask">
            <IconQuestion size={18} aria-hidden />
            <span className="grow">
              <Asked question={question} />{' '}
              <span className="small dim">{t('imports.cells', { count: question.cells })}</span>
            </span>
            <Answers
              question={question}
              onDecide={(decision) => void decide.run({ importId, question: question.question, decision })}
            />
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}

function Asked({ question }: { question: Question }) {
  const t = useText();
  const field = htcdsField(question.field).label;
  const value = question.asWritten.join(', ');
  if (question.code === 'date-day-or-month') return <span dir="auto">{t('imports.askDate', { field, value })}</span>;
  return (
    <span dir="auto">
      {question.code === 'ambiguous-value'
        ? t('imports.askAmbiguous', { value, field })
        : t('imports.askUnknown', { value, field })}
    </span>
  );
}

/** The label of a code in its picklist; countries and languages show their code. */
function labelOf(question: Question, code: string): string {
  return choicesOf(htcdsField(question.field)).find(([known]) => known === code)?.[1] ?? code;
}

function Answers({ question, onDecide }: { question: Question; onDecide: (decision: Decision) => void }) {
  const t = useText();
  const offers: { readonly label: string; readonly decision: Decision }[] =
    question.code === 'date-day-or-month'
      ? [
          { label: t('imports.dayFirst'), decision: { decide: 'day-first' } },
          { label: t('imports.monthFirst'), decision: { decide: 'month-first' } },
        ]
      : [
          ...question.suggestions.map((code) => ({
            label: labelOf(question, code),
            decision: { decide: 'use-code' as const, code },
          })),
          { label: t('imports.keep'), decision: { decide: 'keep-as-written' as const } },
        ];
  const all = [...offers, { label: t('imports.leaveOpen'), decision: { decide: 'undecided' as const } }];
  const chosen = JSON.stringify(question.decision);
  return (
    <span className="row wrap">
      {all.map(({ label, decision }) => (
        <Button
          key={label}
          size="compact-md"
          variant={JSON.stringify(decision) === chosen ? 'light' : 'default'}
          aria-pressed={JSON.stringify(decision) === chosen}
          onClick={() => onDecide(decision)}
        >
          {label}
        </Button>
      ))}
    </span>
  );
}
