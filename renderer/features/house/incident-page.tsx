// One report: read by those to whom it opens, written on by whoever wrote it and by a director, closed by a director.
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { RecordId } from '#shared/ids';
import type { StoredIncident } from '#shared/records/incident';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { dayAndTime, timeOrDay } from '../../dates.ts';
import type { PageProps } from '../../route.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Ok } from '../../ui/status-words.tsx';
import { IncidentEdit } from './incident-edit.tsx';
import { WhoReads } from './who-reads.tsx';
import './house.css';

export function IncidentPage({ params }: PageProps) {
  const t = useText();
  const incidentId = (params['incidentId'] ?? '') as RecordId;
  const read = useRead('incident.get', { incidentId });
  return (
    <>
      <PageHead
        title={read.value ? t(`incidents.types.${read.value.type}`) : t('incidents.title')}
        fact={<Link href="/house/incidents">{t('incidents.all')}</Link>}
      />
      {read.error && <ErrorSentence error={read.error} />}
      {read.value && <Report incident={read.value} />}
    </>
  );
}

function Report({ incident }: { incident: StoredIncident }) {
  const t = useText();
  const [isChanging, setChanging] = useState(false);
  const mayClose = useMay('incident.close') && incident.closedAt === null;
  if (isChanging) return <IncidentEdit incident={incident} onDone={() => setChanging(false)} />;
  return (
    <div className="stack one-column">
      <Sheet
        title={dayAndTime(incident.at)}
        end={t('incidents.by', { name: incident.writtenBy?.name ?? t('incidents.somebody') })}
      >
        <div className="stack">
          <WhoReads type={incident.type} />
          <Words incident={incident} />
        </div>
      </Sheet>
      <div className="row wrap">
        {incident.mayWrite && <Button onClick={() => setChanging(true)}>{t('incidents.change')}</Button>}
        {mayClose && <Close incident={incident} />}
        {incident.closedAt !== null && <Ok>{t('incidents.closed', { time: timeOrDay(incident.closedAt) })}</Ok>}
      </div>
    </div>
  );
}

function Words({ incident: { people, facts, actions, toldTo, toldOutside, lessons } }: { incident: StoredIncident }) {
  const t = useText();
  const numbers = people.map(({ caseNumber }) => caseNumber).join(' · ');
  return (
    <dl className="house-report">
      <Part name={t('incidents.about')}>
        {numbers === '' ? t('incidents.nobody') : <span className="num">{numbers}</span>}
      </Part>
      <Part name={t('incidents.facts')}>{facts}</Part>
      <Part name={t('incidents.actions')}>{actions}</Part>
      <Part name={t('incidents.toldTo')}>{toldTo.map(({ name }) => name).join(', ')}</Part>
      <Part name={t('incidents.toldOutside')}>{toldOutside}</Part>
      <Part name={t('incidents.lessons')}>{lessons}</Part>
    </dl>
  );
}

/** Nothing is shown of what nobody wrote. */
function Part({ name, children }: { name: string; children: ReactNode }) {
  if (children === '') return null;
  return (
    <div>
      <dt className="small dim">{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}

function Close({ incident: { id, revision } }: { incident: StoredIncident }) {
  const t = useText();
  const close = useWrite('incident.close');
  const [isAsking, setAsking] = useState(false);
  const go = async (): Promise<void> => {
    if ((await close.run({ incidentId: id, basedOn: revision })).ok) setAsking(false);
  };
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('incidents.close')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        question={t('incidents.closeAsk')}
        cancel={t('incidents.closeNo')}
        confirm={t('incidents.close')}
        isRunning={close.isRunning}
        onCancel={() => setAsking(false)}
        onConfirm={() => void go()}
      >
        <p>{t('incidents.closeSays')}</p>
        {close.error && <ErrorSentence error={close.error} />}
      </ConfirmDialog>
    </>
  );
}
