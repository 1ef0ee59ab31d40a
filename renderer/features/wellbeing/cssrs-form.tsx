// What came out of the C-SSRS screener, by the numbers of its questions. Only the level is kept, not which questions led to it.
import { Checkbox, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { ScreeningAnswers } from '#shared/records/screening';
import { type CssrsAnswers, cssrsTier } from '#shared/records/screening-rules';
import { useText } from '../../text.ts';

type Given = ScreeningAnswers & { entry: 'c-ssrs' };
const sixes = ['NO', 'WITHIN_3_MONTHS', 'LONGER_AGO'] as const;

export function CssrsForm({ given, onGiven }: { given: Given; onGiven: (given: Given) => void }) {
  const t = useText();
  const [answers, setAnswers] = useState<CssrsAnswers>({ yes: [], six: 'NO' });
  const put = (next: CssrsAnswers): void => {
    setAnswers(next);
    onGiven({ entry: 'c-ssrs', tier: cssrsTier(next) });
  };
  const yes = answers.yes.map(String);
  // Without a yes to the second question the third to fifth are not asked.
  const asked = answers.yes.includes(2) ? [1, 2, 3, 4, 5] : [1, 2];
  return (
    <div className="stack">
      <Checkbox.Group
        label={t('wellbeing.cssrsLead')}
        value={yes}
        onChange={(next) => {
          const numbers = next.map(Number);
          put({ ...answers, yes: numbers.includes(2) ? numbers : numbers.filter((number) => number < 3) });
        }}
      >
        <div className="choices">
          {asked.map((number) => (
            <Checkbox key={number} value={String(number)} label={t('wellbeing.asqQuestion', { number })} />
          ))}
        </div>
      </Checkbox.Group>
      <div className="numbered">
        <p className="field-label" id="cssrs-six">
          {t('wellbeing.cssrsSix')}
        </p>
        <SegmentedControl
          aria-labelledby="cssrs-six"
          value={answers.six}
          onChange={(six) => put({ ...answers, six })}
          data={sixes.map((six) => ({ value: six, label: t(`wellbeing.six.${six}`) }))}
        />
      </div>
      <p role="status">
        {t('wellbeing.cssrsTier')}: <b>{t(`wellbeing.tier.${given.tier}`)}</b>
      </p>
    </div>
  );
}
