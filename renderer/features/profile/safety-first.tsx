// Thoughts of self-harm were named: what to do comes before what to write.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { casePath } from '../../case/case-tabs.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';

export function SafetyFirst({ caseFileId, pronouns }: { caseFileId: string; pronouns: Pronouns }) {
  const t = useText();
  return (
    <Sheet lit title={t('happened.safetyTitle')}>
      <div className="stack">
        <p>{t('happened.safetyWords', pronouns)}</p>
        <div className="row">
          <Button component={Link} href={casePath(caseFileId, '/safety-plan')}>
            {t('happened.safetyPlan')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
