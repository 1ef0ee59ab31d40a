// By when a plan is looked at together again: plain while it lies ahead, lit from the day itself.
import { daysUntil, fullDate } from '../dates.ts';
import { useText } from '../text.ts';
import { When } from '../ui/status-words.tsx';

export function LookAgain({ dueOn }: { dueOn: string }) {
  const t = useText();
  const days = daysUntil(dueOn);
  if (days > 0) return <When>{t('safetyPlan.lookAgain', { date: fullDate(dueOn) })}</When>;
  if (days === 0) return <When tone="lit">{t('safetyPlan.lookToday')}</When>;
  return <When tone="lit">{`${t('safetyPlan.lookPast')}. ${t('words.daysPast', { count: -days })}`}</When>;
}
