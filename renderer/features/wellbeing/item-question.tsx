// One question of a screen, large and alone. Its answers are chosen by hand or by their number; leaving it out weighs the same
// as answering it.
import { Button, Radio } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../../text.ts';
import { IconNext } from '../../ui/icons.ts';
import { CHOICES_ID } from './screening-draft.ts';

export interface Choice {
  readonly value: number;
  readonly label: string;
}

interface ItemQuestionProps {
  readonly lead: ReactNode;
  readonly words: string;
  readonly choices: readonly Choice[];
  readonly value: number | null;
  readonly onChoose: (value: number) => void;
  readonly onNext: () => void;
  readonly onSkip: () => void;
  readonly onBack: (() => void) | null;
}

export function ItemQuestion(props: ItemQuestionProps) {
  const { lead, words, choices, value, onChoose, onNext, onSkip, onBack } = props;
  const t = useText();
  const question = useId();
  const group = useRef<HTMLDivElement>(null);
  // Each question takes the keyboard, so that numbers and Enter go through all of them.
  useEffect(() => group.current?.focus(), [words]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = choices.find((choice) => String(choice.value) === event.key);
    if (chosen) onChoose(chosen.value);
    else if (event.key === 'Enter') onNext();
    else return;
    event.preventDefault();
  };
  return (
    <div className="screen-item">
      {lead}
      <div
        ref={group}
        id={CHOICES_ID}
        tabIndex={-1}
        role="radiogroup"
        aria-labelledby={question}
        className="screen-choices"
        onKeyDown={onKey}
      >
        <h2 id={question}>{words}</h2>
        {choices.map((choice) => (
          <Radio
            key={choice.value}
            className="screen-choice"
            name={question}
            checked={value === choice.value}
            onChange={() => onChoose(choice.value)}
            label={
              <>
                <span className="screen-key num" aria-hidden="true">
                  {choice.value}
                </span>
                {choice.label}
              </>
            }
          />
        ))}
      </div>
      <div className="screen-foot">
        {onBack ? (
          <Button variant="subtle" onClick={onBack}>
            {t('wellbeing.back')}
          </Button>
        ) : (
          <span />
        )}
        <span className="row wrap">
          <Button variant="default" onClick={onSkip}>
            {t('wellbeing.skip')}
          </Button>
          <Button
            variant="default"
            disabled={value === null}
            onClick={onNext}
            rightSection={<IconNext size={16} className="flip" aria-hidden />}
          >
            {t('wellbeing.next')}
          </Button>
        </span>
      </div>
      <p className="small dim">{t('wellbeing.keysHint')}</p>
    </div>
  );
}
