// What came out of the ASQ on paper, by the numbers of its questions. A refusal is an answer of its own.
import { Checkbox, SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { AsqAnswer, type ScreeningAnswers } from '#shared/records/screening';
import { useText } from '../../text.ts';

type Given = ScreeningAnswers & { entry: 'asq' };

export function AsqForm({ given, onGiven }: { given: Given; onGiven: (given: Given) => void }) {
  const t = useText();
  const isPositive = given.answers.some((answer) => answer === 'YES' || answer === 'DECLINED');
  const allNo = given.answers.every((answer) => answer === 'NO');
  return (
    <div className="stack">
      <p className="dim">{t('wellbeing.asqLead')}</p>
      {given.answers.map((answer, index) => (
        <Numbered
          key={index + 1}
          label={t('wellbeing.asqQuestion', { number: index + 1 })}
          value={answer}
          onChange={(value) => onGiven({ ...given, answers: given.answers.with(index, value) })}
        />
      ))}
      {(isPositive || given.judgement) && (
        <Numbered
          label={t('wellbeing.asqFive')}
          value={given.acuity}
          onChange={(acuity) => onGiven({ ...given, acuity })}
        />
      )}
      {allNo && (
        <Checkbox
          label={t('wellbeing.asqJudgement')}
          checked={given.judgement}
          onChange={(event) => onGiven({ ...given, judgement: event.currentTarget.checked, acuity: null })}
        />
      )}
    </div>
  );
}

interface NumberedProps {
  readonly label: string;
  readonly value: AsqAnswer | null;
  readonly onChange: (value: AsqAnswer | null) => void;
}

const NOT_ASKED = 'NOT_ASKED';

function Numbered({ label, value, onChange }: NumberedProps) {
  const t = useText();
  const id = useId();
  const words = { YES: t('wellbeing.yes'), NO: t('wellbeing.no'), DECLINED: t('wellbeing.declined') };
  return (
    <div className="numbered">
      <p className="field-label" id={id}>
        {label}
      </p>
      <SegmentedControl
        aria-labelledby={id}
        value={value ?? NOT_ASKED}
        onChange={(next) => onChange(AsqAnswer.safeParse(next).data ?? null)}
        data={[
          { value: NOT_ASKED, label: t('wellbeing.notAsked') },
          ...AsqAnswer.options.map((answer) => ({ value: answer, label: words[answer] })),
        ]}
      />
    </div>
  );
}
