// Why something is refused before it is asked for, and what to look at first. Never because of whom.
import type { StayWarning } from '#shared/records/stay';
import { rules } from '#shared/text/en/rules';
import { useText } from '../../text.ts';
import { Note, Stop } from '../../ui/status-words.tsx';

const isRule = (name: string): name is keyof typeof rules => name in rules;

export function RefusalWords({ refusal }: { refusal: string | null }) {
  const t = useText();
  if (refusal === null || !isRule(refusal)) return null;
  return (
    <div role="status">
      <Stop>{t(`rules.${refusal}.happened`)}</Stop>
      <p className="small dim">{t(`rules.${refusal}.todo`)}</p>
    </div>
  );
}

export function PlaceWarnings({ warnings }: { warnings: readonly StayWarning[] }) {
  const t = useText();
  return warnings.map((warning) => <Note key={warning}>{t(`house.warning.${warning}`)}</Note>);
}
