// A question that was answered in a conversation already: not asked again. It can be opened when she wants to say more.
import { Button } from '@mantine/core';
import { useId } from 'react';
import type { Question } from '#shared/forms/form-definition';
import { shortDate } from '../dates.ts';
import { useText } from '../text.ts';
import { Ok } from '../ui/status-words.tsx';
import { StateMark } from '../ui/question.tsx';

export interface ToldFact {
  readonly what: string;
  /** With false the question is not shown at all. */
  readonly mayBeReused: boolean;
  readonly toldTo: string;
  /** yyyy-mm-dd */
  readonly on: string;
}
/** Question id → what was told. */
export type ToldFacts = ReadonlyMap<string, ToldFact>;

interface ToldQuestionProps {
  readonly question: Question;
  readonly fact: ToldFact;
  readonly onOpen: () => void;
}

export function ToldQuestion({ question, fact, onOpen }: ToldQuestionProps) {
  const t = useText();
  const labelId = useId();
  return (
    <div className="question question-folded" role="group" aria-labelledby={labelId}>
      <StateMark mark="answered" />
      <div className="grow">
        <h3 id={labelId}>{question.label}</h3>
        <p dir="auto">
          {t('intake.toldTo', { what: fact.what.replace(/\.$/u, ''), name: fact.toldTo, date: shortDate(fact.on) })}
        </p>
        <p className="folded">
          <Ok>{t('forms.alreadyShared')}</Ok>
          <Button size="compact-sm" variant="subtle" onClick={onOpen} aria-describedby={labelId}>
            {t('forms.confirmTogether')}
          </Button>
        </p>
      </div>
    </div>
  );
}
