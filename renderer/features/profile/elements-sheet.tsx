// Act, means, purpose: what the record holds of them. Yes, not yet, not needed; never what somebody is or is not.
import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { Answers } from '#shared/answers';
import { ageThen, type Elements, elementsInUsView, elementsRecorded } from '#shared/records/trafficking-elements';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';

function useElementsLine(): (elements: Elements) => string {
  const t = useText();
  const word = (recorded: boolean): string => (recorded ? t('happened.yes') : t('happened.notYet'));
  return ({ act, means, purpose, meansNeeded }) =>
    t('happened.elementsLine', {
      act: word(act),
      means: !means && meansNeeded === false ? t('happened.notNeeded') : word(means),
      purpose: word(purpose),
    });
}

export function ElementsSheet({ answers }: { answers: Answers }) {
  const t = useText();
  const line = useElementsLine();
  const [showsUs, setShowsUs] = useState(false);
  const elements = elementsRecorded(answers);
  const age = ageThen(answers);
  return (
    <Sheet title={t('happened.elements')}>
      <div className="stack happened-elements">
        <p>
          <b>{line(elements)}</b>
        </p>
        {age === 'under-18' && <p className="small">{t('happened.elementsUnder18')}</p>}
        {age === 'not-known' && elements.act && !elements.means && <p className="small">{t('happened.elementsAge')}</p>}
        {elements.means && <p className="small">{t('happened.elementsConsent')}</p>}
        <p className="small dim">{t('happened.elementsNote')}</p>
        <Switch
          label={t('happened.usShow')}
          checked={showsUs}
          onChange={(event) => setShowsUs(event.currentTarget.checked)}
        />
        {showsUs && <UsView answers={answers} />}
      </div>
    </Sheet>
  );
}

function UsView({ answers }: { answers: Answers }) {
  const t = useText();
  const line = useElementsLine();
  const { sex, labour } = elementsInUsView(answers);
  return (
    <>
      {sex && <p>{t('happened.usSex', { line: line(sex) })}</p>}
      {labour && <p>{t('happened.usLabour', { line: line(labour) })}</p>}
      {!sex && !labour && <p>{t('happened.usNone')}</p>}
      <p className="small dim">{t('happened.usNote')}</p>
    </>
  );
}
