// What happened in the house, the newest first, as far as it opens to whoever looks. Nobody learns that there is more.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { StoredIncident } from '#shared/records/incident';
import { useRead } from '../../api/use-vault.ts';
import { dayAndTime } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Ok, Waits } from '../../ui/status-words.tsx';
import { HouseTabs } from './house-tabs.tsx';
import { IncidentForm } from './incident-form.tsx';
import './house.css';

const PAGE = 20;
const MOST = 200;

export function IncidentsPage() {
  const t = useText();
  const [limit, setLimit] = useState(PAGE);
  const list = useRead('incident.list', { limit }, { keepLast: true });
  const { incidents, total } = list.value ?? { incidents: [], total: 0 };
  return (
    <>
      <PageHead
        title={t('incidents.title')}
        fact={t('incidents.lead')}
        actions={
          <Button component={Link} href="/house/incidents/new">
            {t('incidents.write')}
          </Button>
        }
      />
      <HouseTabs current="/house/incidents" />
      {list.error && <ErrorSentence error={list.error} />}
      {list.value && (
        <Sheet flush>
          {total === 0 && <EmptyState>{t('incidents.none')}</EmptyState>}
          <Rows label={t('incidents.title')}>
            {incidents.map((incident) => (
              <Line key={incident.id} incident={incident} />
            ))}
          </Rows>
          {total > incidents.length && limit < MOST && (
            <p className="rows-more">
              <Button variant="subtle" size="compact-md" onClick={() => setLimit(Math.min(limit + PAGE, MOST))}>
                {t('incidents.more')}
              </Button>
            </p>
          )}
        </Sheet>
      )}
    </>
  );
}

function Line({ incident: { id, type, at, facts, people, closedAt } }: { incident: StoredIncident }) {
  const t = useText();
  const what = t(`incidents.types.${type}`);
  return (
    <li className="wrap">
      <span className="grow house-words">
        <b>{what}</b>
        <span className="small dim num">
          {[dayAndTime(at), ...people.map(({ caseNumber }) => caseNumber)].join(' · ')}
        </span>
        <span className="house-first-line" dir="auto">
          {facts}
        </span>
      </span>
      {closedAt === null ? <Waits>{t('incidents.open')}</Waits> : <Ok>{t('incidents.isClosed')}</Ok>}
      <Link href={`/house/incidents/${id}`} aria-label={t('incidents.readOf', { type: what, time: dayAndTime(at) })}>
        {t('incidents.read')}
      </Link>
    </li>
  );
}

export function NewIncidentPage() {
  const t = useText();
  return (
    <>
      <PageHead title={t('incidents.title')} fact={t('incidents.lead')} />
      <p className="house-back">
        <Link href="/house/incidents">{t('incidents.all')}</Link>
      </p>
      <div className="stack one-column">
        <IncidentForm />
      </div>
    </>
  );
}
