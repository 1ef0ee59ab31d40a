// The five checks, always in the same order, in two columns: what is being sent, and what she allowed. There is no override.
import { Button } from '@mantine/core';
import type { ReleaseCategory } from '#shared/records/release-categories';
import { useRead } from '../../api/use-vault.ts';
import { GateTable } from '../../case/gate-table.tsx';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Verdict } from '../../ui/verdict.tsx';
import { plannedPackage } from './planned-package.ts';
import type { Plan } from './plan.ts';

interface GateStepProps {
  readonly plan: Plan;
  readonly pronouns: Pronouns;
  readonly onTakeOut: (categories: readonly ReleaseCategory[]) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

export function GateStep({ plan, pronouns, onTakeOut, onBack, onNext }: GateStepProps) {
  const t = useText();
  const preview = useRead('exportPackage.preview', plannedPackage(plan));
  if (preview.error) return <ErrorSentence error={preview.error} />;
  if (!preview.value) return null;
  const { mayLeave, checks } = preview.value;
  const further = checks.flatMap((row) => row.notCovered);
  return (
    <Verdict
      good={mayLeave}
      outcome={mayLeave ? t('sharing.yesOutcome', pronouns) : t('sharing.noOutcome')}
      consequence={mayLeave ? t('sharing.yesConsequence') : t('sharing.noConsequence')}
      foot={
        <div className="row wrap between">
          <Button variant="subtle" onClick={onBack}>
            {t('shell.back')}
          </Button>
          {!mayLeave && <span className="grow dim">{t('sharing.waysOn')}</span>}
          {!mayLeave && further.length > 0 && (
            <Button
              variant="default"
              onClick={() => onTakeOut(plan.categories.filter((category) => !further.includes(category)))}
            >
              {t('sharing.takeOut')}
            </Button>
          )}
          {mayLeave && <Button onClick={onNext}>{t('sharing.readOn')}</Button>}
        </div>
      }
    >
      <GateTable checks={checks} pronouns={pronouns} />
    </Verdict>
  );
}
