// Interpreters who cannot be asked yet, for the director who vets them.
import { Link } from 'wouter';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';

/** As many names as are read at a glance. */
const FEW = 5;

export function InterpretersToVet({ names }: { names: readonly string[] }) {
  const t = useText();
  if (names.length === 0) return null;
  const more = names.length - FEW;
  return (
    <Sheet title={t('interpreters.toVet')}>
      <ul>
        {names.slice(0, FEW).map((name, at) => (
          <li key={`${name}${at}`} dir="auto">
            {name}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="small dim">{t('today.more', { count: more })}</p>}
      <p>
        <Link href="/partners/interpreters">{t('interpreters.toVetGo')}</Link>
      </p>
    </Sheet>
  );
}
