// Safety steps that nobody has ended: before everything else, with one button each.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { OpenSafetyStep } from '#shared/records/safety-step';
import { casePath } from '../../case/case-tabs.ts';
import { timeOrDay } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Alias } from '../../ui/hers.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { When } from '../../ui/status-words.tsx';

export function SafetyStepsToday({ steps }: { steps: readonly OpenSafetyStep[] }) {
  const t = useText();
  return (
    <Sheet flush title={t('wellbeing.stepOpen')}>
      <ul className="needs">
        {steps.map((step) => (
          <li key={step.screeningId} className="lit">
            <span className="n-when">
              <When tone="lit">{t('words.now')}</When>
            </span>
            <span className="n-who">
              <Alias caseFileId={step.of.caseFileId} alias={step.of.nameUsed} caseNumber={step.of.caseNumber} />
            </span>
            <span className="n-what">
              <b>{t('wellbeing.step')}</b>
              <span className="small dim">{t('wellbeing.stepOpenSince', { when: timeOrDay(step.openedAt) })}</span>
            </span>
            <Button component={Link} href={casePath(step.of.caseFileId, `/wellbeing/result/${step.screeningId}`)}>
              {t('wellbeing.goOn')}
            </Button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
