// A case of hers that the gate of training keeps closed: what is missing, and whom to ask.
import { Link } from 'wouter';
import type { Lacking } from '#shared/records/training-rules';
import { useText } from '../text.ts';
import { Sheet } from '../ui/sheet.tsx';

export function HeldBack({ lacking }: { lacking: readonly Lacking[] }) {
  const t = useText();
  return (
    <Sheet title={t('team.heldTitle')}>
      <div className="stack">
        <p>{t('team.heldSays')}</p>
        <ul className="held-back">
          {lacking.map((one) => (
            <li key={one}>{t(`team.lackingSays.${one}`)}</li>
          ))}
        </ul>
        <p className="dim">{t('team.heldNext')}</p>
        <p>
          <Link href="/team">{t('team.heldOwn')}</Link>
        </p>
      </div>
    </Sheet>
  );
}
