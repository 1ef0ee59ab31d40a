// Renders any form definition: parts on the left, the questions of one part on paper, words that may help beside it.
// Any order; nothing must be filled in; Enter goes on, and the button names what comes next.
import { Button, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { AnswerDraft, AnswerDrafts, AnswerSource } from '#shared/answers';
import { isVisible, sectionMark } from '#shared/forms/check-answers';
import type { FormDefinition, FormSection, Question as QuestionOf } from '#shared/forms/form-definition';
import type { Pronouns } from '../pronouns.ts';
import { useShortcut } from '../shortcuts.ts';
import { useText } from '../text.ts';
import { IconNext } from '../ui/icons.ts';
import { type Mark, Question, StateMark } from '../ui/question.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { answerOf, answerWith, markOf } from './answer-marks.ts';
import { AnyField } from './any-field.tsx';
import { fieldId } from './field.ts';
import { type ToldFacts, ToldQuestion } from './told-question.tsx';
import { focusNextField } from './focus-next.ts';

const sectionMarks: Record<ReturnType<typeof sectionMark>, Mark> = {
  answered: 'answered',
  declined: 'declined',
  later: 'later',
  'not-asked': 'notAsked',
};

export interface FormViewProps {
  readonly form: FormDefinition;
  readonly answers: AnswerDrafts;
  /** Every change, with the id of the field that changed. */
  readonly onAnswers: (answers: AnswerDrafts, at: string) => void;
  readonly pronouns: Pronouns;
  /** Who said it, for what is typed here. */
  readonly source?: AnswerSource;
  /** Id of the open section; the first one when left out. */
  readonly section?: string | undefined;
  readonly onSection: (section: string) => void;
  /** The button after the last section. */
  readonly onFinish: () => void;
  readonly finishLabel?: string;
  /** A quiet sentence at the head of the sheet. */
  readonly assurance?: string;
  /** What was told in a conversation, by question. In confidence: not shown at all; else: confirmed only if she wants. */
  readonly told?: ToldFacts;
  /** More sheets beside the questions, below the words that may help. */
  readonly aside?: ReactNode;
}

export function FormView(props: FormViewProps) {
  const t = useText();
  const { form, answers, assurance, aside, onSection, onFinish } = props;
  const at = Math.max(
    0,
    form.sections.findIndex(({ id }) => id === props.section),
  );
  const section = form.sections[at]!;
  const next = form.sections[at + 1];
  const previous = form.sections[at - 1];
  useShortcut('nextPart', () => next && onSection(next.id));
  useShortcut('previousPart', () => previous && onSection(previous.id));
  useShortcut('finish', onFinish);
  return (
    <div className="intake">
      <Parts form={form} answers={answers} open={section.id} onSection={onSection} />
      <Sheet className="asking" title={section.title} end={assurance ?? section.help}>
        <Asking key={section.id} {...props} section={section} />
        <div className="asking-foot">
          <Button variant="subtle" disabled={!previous} onClick={() => previous && onSection(previous.id)}>
            {t('forms.back')}
          </Button>
          <Button
            data-next
            onClick={() => (next ? onSection(next.id) : onFinish())}
            rightSection={<IconNext size={17} className="flip" aria-hidden />}
          >
            {next?.title ?? props.finishLabel ?? t('forms.finish')}
          </Button>
        </div>
      </Sheet>
      <div className="stack">
        {section.prompts.length > 0 && <Prompts prompts={section.prompts} />}
        {aside}
      </div>
    </div>
  );
}

interface PartsProps extends Pick<FormViewProps, 'form' | 'answers' | 'onSection'> {
  readonly open: string;
}
function Parts({ form, answers, open, onSection }: PartsProps) {
  const t = useText();
  return (
    <nav className="parts" aria-label={t('forms.partsOf', { form: form.title })}>
      {form.sections.map(({ id, title, questions }) => (
        <UnstyledButton
          key={id}
          className="part"
          onClick={() => onSection(id)}
          {...(id === open ? { 'aria-current': 'step' as const } : {})}
        >
          <StateMark mark={sectionMarks[sectionMark(questions, answers)]} /> {title}
        </UnstyledButton>
      ))}
      <p className="small dim parts-note">{t('forms.anyOrder')}</p>
    </nav>
  );
}

const Prompts = ({ prompts }: { prompts: readonly string[] }) => {
  const t = useText();
  return (
    <Sheet title={t('forms.promptsTitle')} className="prompts">
      <ul>
        {prompts.map((prompt) => (
          <li key={prompt}>{prompt}</li>
        ))}
      </ul>
    </Sheet>
  );
};

type AskingProps = Omit<FormViewProps, 'section'> & { readonly section: FormSection };

const noFacts: ToldFacts = new Map();

function Asking({ section, answers, onAnswers, pronouns, source = 'EXPRESSED', told = noFacts }: AskingProps) {
  const t = useText();
  // What a folded question held before, so that a slip of the mouse on "Later" loses nothing while the page is open.
  const [before, setBefore] = useState<AnswerDrafts>({});
  // Questions told before that she wants to go over again.
  const [again, setAgain] = useState<readonly string[]>([]);
  const put = (id: string, answer: AnswerDraft): void => onAnswers({ ...answers, [id]: answer }, fieldId(id));
  const leave = (id: string, answer: AnswerDraft): void => {
    const held = answers[id];
    if (held?.state === 'ANSWERED') setBefore({ ...before, [id]: held });
    put(id, answer);
  };
  const goOn = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && focusNextField(event.target, event.currentTarget)) event.preventDefault();
  };
  const ask = (question: QuestionOf) => {
    const answer = answers[question.id];
    const fact = told.get(question.id);
    if (fact && markOf(answer) === 'notAsked' && !again.includes(question.id)) {
      const open = (): void => setAgain([...again, question.id]);
      return <ToldQuestion key={question.id} question={question} fact={fact} onOpen={open} />;
    }
    return (
      <Question
        key={question.id}
        ask={question.label}
        hint={question.help}
        mark={markOf(answer)}
        pronouns={pronouns}
        onWay={(way) => leave(question.id, answerOf(way))}
        onChange={() => put(question.id, before[question.id] ?? answerOf('notAsked'))}
      >
        {(labelId) => (
          <AnyField
            question={question}
            id={fieldId(question.id)}
            labelId={labelId}
            value={answer?.value}
            onValue={(value) => put(question.id, answerWith(value, question.observed ? 'OBSERVED' : source))}
            pronouns={pronouns}
          />
        )}
      </Question>
    );
  };
  const asked = section.questions.filter(
    (question) => isVisible(question, answers) && told.get(question.id)?.mayBeReused !== false,
  );
  return (
    <div onKeyDown={goOn}>
      {asked.map(ask)}
      {asked.length === 0 && <p className="dim">{t('forms.nothingToAsk')}</p>}
    </div>
  );
}
