// What of the directory wants a look: agencies nobody has looked at for half a year, agreements that end. For the director.
import { Link } from 'wouter';
import type { Today } from '#shared/records/today';
import { fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';

/** As many names as are read at a glance. */
const FEW = 5;

interface DirectoryProps {
  readonly agencies: Today['agenciesToVerify'];
  readonly agreements: Today['agreementsEnding'];
}

export function AgenciesToVerify({ agencies, agreements }: DirectoryProps) {
  const t = useText();
  const more = agencies.length - FEW;
  return (
    <>
      {agencies.length > 0 && (
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
      )}
      {agreements.length > 0 && (
        <Sheet title={t('partners.agreementsEnding')}>
          <ul>
            {agreements.slice(0, FEW).map(({ agreementId, partnerAgencyId, agencyName, on }) => (
              <li key={agreementId} dir="auto">
                <Link href={`/partners/${partnerAgencyId}`}>{agencyName}</Link>
                <span className="small dim"> {fullDate(on)}</span>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </>
  );
}
