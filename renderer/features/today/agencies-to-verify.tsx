// Agencies whose hours and ways nobody has looked at for half a year, for the director who keeps the directory.
import { Link } from 'wouter';
import type { Today } from '#shared/records/today';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';

/** As many names as are read at a glance. */
const FEW = 5;

export function AgenciesToVerify({ agencies }: { agencies: Today['agenciesToVerify'] }) {
  const t = useText();
  if (agencies.length === 0) return null;
  const more = agencies.length - FEW;
  return (
    <Sheet title={t('partners.toVerify')}>
      <ul>
        {agencies.slice(0, FEW).map(({ id, name }) => (
          <li key={id} dir="auto">
            <Link href={`/partners/${id}`}>{name}</Link>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="small dim">{t('today.more', { count: more })}</p>}
    </Sheet>
  );
}
