// The five checks, always in the same order, in two columns: what is being sent, and what she allowed. There is no override.
import { Button } from '@mantine/core';
import type { GateRow } from '#shared/records/export-package';
import { ReleaseCategory } from '#shared/records/release-categories';
import { CalendarDate } from '#shared/time';
import { useRead } from '../../api/use-vault.ts';
import { fullDate } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconCheck, IconStop } from '../../ui/icons.ts';
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
      <table className="gate">
        <thead>
          <tr>
            <td />
            <td />
            <th scope="col">{t('sharing.sending')}</th>
            <th scope="col">{t('sharing.allowed', pronouns)}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {checks.map((row) => (
            <CheckRow key={row.check} row={row} pronouns={pronouns} />
          ))}
        </tbody>
      </table>
    </Verdict>
  );
}

function CheckRow({ row, pronouns }: { row: GateRow; pronouns: Pronouns }) {
  const t = useText();
  const good = row.reason === null;
  const inWords = (values: readonly string[]): string =>
    values.map((value) => wordFor(t, value)).join(row.check === 'date' ? ' – ' : ', ');
  const isWish = row.check === 'still-her-wish';
  const name =
    row.check === 'still-her-wish' ? t('sharing.check.still-her-wish', pronouns) : t(`sharing.check.${row.check}`);
  return (
    <tr className={good ? '' : 'no'}>
      <td className="gate-mark">{good ? <IconCheck size={18} aria-hidden /> : <IconStop size={18} aria-hidden />}</td>
      <th scope="row">{name}</th>
      <td dir="auto">{isWish ? t('sharing.wishAsked') : inWords(row.sending)}</td>
      <td dir="auto">{isWish && good ? t('sharing.wishStands') : inWords(row.allowed)}</td>
      <td className="gate-word">{row.reason === null ? t('sharing.matches') : t(`sharing.reason.${row.reason}`)}</td>
    </tr>
  );
}

/** Category codes and calendar dates in words; names and purposes stay as they are. */
function wordFor(t: ReturnType<typeof useText>, value: string): string {
  const category = ReleaseCategory.safeParse(value);
  if (category.success) return t(`sharing.category.${category.data}`);
  return CalendarDate.safeParse(value).success ? fullDate(value) : value;
}
