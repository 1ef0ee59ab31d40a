// What happened in the house and is not closed yet: the kind and the time, and whom it is about nowhere.
import { Link } from 'wouter';
import type { OpenIncident } from '#shared/records/incident';
import { dayAndTime } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Rows, Sheet } from '../../ui/sheet.tsx';

export function IncidentsToday({ incidents }: { incidents: readonly OpenIncident[] }) {
  const t = useText();
  if (incidents.length === 0) return null;
  return (
    <Sheet flush title={t('incidents.notOpen')} end={<Link href="/house/incidents">{t('incidents.all')}</Link>}>
      <Rows tight label={t('incidents.notOpen')}>
        {incidents.map(({ incidentId, type, at }) => (
          <li key={incidentId}>
            <Link className="grow" href={`/house/incidents/${incidentId}`}>
              {t(`incidents.types.${type}`)}
            </Link>
            <span className="small dim">{dayAndTime(at)}</span>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
