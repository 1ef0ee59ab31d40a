// The plan as a whole: whether she agrees with it, and whether it is safe for her to have a copy.
import { NativeSelect } from '@mantine/core';
import type { StoredSupportPlan } from '#shared/records/support-plan';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { type PlanActs, today } from './plan-acts.ts';

interface WholePlanProps {
  readonly plan: StoredSupportPlan;
  readonly acts: PlanActs;
  readonly pronouns: Pronouns;
}

const agreed = ['YES', 'PARTLY', 'NO', 'NOT_YET'] as const;
const copies = ['YES', 'NO', 'UNSAFE'] as const;

export function WholePlan({ plan, acts, pronouns }: WholePlanProps) {
  const t = useText();
  const agrees =
    pronouns.they === 'they' ? t('supportPlan.agreedPlanThey', pronouns) : t('supportPlan.agreedPlan', pronouns);
  return (
    <Sheet title={t('supportPlan.whole')}>
      <div className="stack">
        <NativeSelect
          label={agrees}
          value={plan.agreedBySurvivor}
          disabled={acts.isRunning}
          data={agreed.map((value) => ({ value, label: t(`supportPlan.agreedOptions.${value}`) }))}
          onChange={(event) => {
            const agreedBySurvivor = agreed.find((one) => one === event.currentTarget.value) ?? 'NOT_YET';
            void acts.setHead({ agreedBySurvivor, agreedOn: agreedBySurvivor === 'NOT_YET' ? null : today() });
          }}
        />
        <NativeSelect
          label={t('supportPlan.copy', pronouns)}
          value={plan.copyGiven}
          disabled={acts.isRunning}
          data={copies.map((value) => ({ value, label: t(`supportPlan.copyOptions.${value}`) }))}
          onChange={(event) =>
            void acts.setHead({ copyGiven: copies.find((one) => one === event.currentTarget.value) ?? 'NO' })
          }
        />
      </div>
    </Sheet>
  );
}
