// The parts of the form as quiet cards: what was answered, in the order of the form, and the way to write on.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { z } from 'zod';
import type { Answer, Answers } from '#shared/answers';
import { ListItem } from '#shared/forms/check-answers';
import type { FormSection, Question } from '#shared/forms/form-definition';
import { newestForm } from '#shared/forms/published';
import { countries } from '#shared/htcds/countries';
import { casePath } from '../../case/case-tabs.ts';
import { markOf } from '../../forms/answer-marks.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { Hers } from '../../ui/hers.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { Noticed } from '../../ui/status-words.tsx';

const form = newestForm('trafficking-profile');

interface Written {
  readonly section: FormSection;
  readonly told: readonly { readonly question: Question; readonly answer: Answer }[];
}

const writtenOn = (section: FormSection, answers: Answers): Written => ({
  section,
  told: section.questions.flatMap((question) => {
    const answer = answers[question.id];
    return answer === undefined || markOf(answer) === 'notAsked' ? [] : [{ question, answer }];
  }),
});

export function WrittenParts({ caseFileId, answers }: { caseFileId: string; answers: Answers }) {
  const t = useText();
  const parts = form.sections.map((section) => writtenOn(section, answers));
  const empty = parts.filter(({ told }) => told.length === 0);
  return (
    <>
      {parts
        .filter(({ told }) => told.length > 0)
        .map((part) => (
          <Part key={part.section.id} caseFileId={caseFileId} part={part} />
        ))}
      {empty.length > 0 && (
        <Sheet title={t('happened.nothing')} flush>
          <Rows tight>
            {empty.map(({ section }) => (
              <li key={section.id}>
                <span className="grow">{section.title}</span>
                <WriteLink caseFileId={caseFileId} section={section} word={t('happened.begin')} />
              </li>
            ))}
          </Rows>
        </Sheet>
      )}
    </>
  );
}

interface WriteLinkProps {
  readonly caseFileId: string;
  readonly section: FormSection;
  readonly word: string;
}
function WriteLink({ caseFileId, section, word }: WriteLinkProps) {
  const mayWrite = useMay('traffickingProfile.save');
  if (!mayWrite) return null;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      component={Link}
      href={casePath(caseFileId, `/profile/write/${section.id}`)}
      aria-label={`${word}: ${section.title}`}
    >
      {word}
    </Button>
  );
}

function Part({ caseFileId, part }: { caseFileId: string; part: Written }) {
  const t = useText();
  return (
    <Sheet
      title={part.section.title}
      end={<WriteLink caseFileId={caseFileId} section={part.section} word={t('happened.write')} />}
    >
      <dl className="told-answers">
        {part.told.map(({ question, answer }) => (
          <div key={question.id}>
            <dt>{question.label}</dt>
            <dd>
              <Said question={question} answer={answer} />
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}

function Said({ question, answer }: { question: Question; answer: Answer }) {
  const t = useText();
  const mark = markOf(answer);
  if (mark !== 'answered') return <span className="dim">{t(`words.${mark}`)}</span>;
  if (question.kind === 'lines') return <Lines items={z.array(ListItem).parse(answer.value)} />;
  return (
    <>
      {valueWords(question, answer.value)}
      {answer.source === 'OBSERVED' && (
        <div>
          <Noticed />
        </div>
      )}
    </>
  );
}

const Lines = ({ items }: { items: readonly ListItem[] }) => (
  <ul>
    {items.map(({ words }, at) => (
      <li key={`${at} ${words}`}>
        <Hers>{words}</Hers>
      </li>
    ))}
  </ul>
);

/** Labels in the order of the form, whatever the order of choosing. */
function valueWords(question: Question, value: unknown): string {
  if (question.kind === 'countries')
    return (value as string[]).map((code) => countries.find(([alpha2]) => alpha2 === code)?.[2] ?? code).join(', ');
  if (!('options' in question)) return '';
  const chosen = Array.isArray(value) ? (value as string[]) : [value];
  return question.options
    .filter(({ id }) => chosen.includes(id))
    .map(({ label }) => label)
    .join(', ');
}
