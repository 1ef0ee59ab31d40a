// Something got out: anybody who works in the house writes it down at once; a director sees what is open and goes on with it.
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { BreachKind } from '#shared/records/breach';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf, dayAndTime, fullDate } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note, Ok, When } from '../../ui/status-words.tsx';

export function BreachesPage() {
  const t = useText();
  const leads = useMay('breach.list');
  return (
    <>
      <PageHead title={t('outside.breaches')} fact={t('outside.breachesLead')} />
      <div className="stack">
        {leads && <Breaches />}
        <ReportForm leads={leads} />
      </div>
    </>
  );
}

function Breaches() {
  const t = useText();
  const list = useRead('breach.list', {});
  return (
    <Sheet flush>
      {list.error && <ErrorSentence error={list.error} />}
      {list.value?.length === 0 && <EmptyState>{t('outside.breachesNone')}</EmptyState>}
      <Rows label={t('outside.breaches')}>
        {list.value?.map(({ id, kind, knownAt, authorityDueAt, closedOn }) => (
          <li key={id}>
            <Link className="grow" href={`/safekeeping/breaches/${id}`}>
              <b>{t(`outside.breachKinds.${kind}`)}</b>
              <span className="small dim">{` ${dayAndTime(knownAt)}`}</span>
            </Link>
            {closedOn !== null ? (
              <Note>{t('outside.closedOn', { date: fullDate(closedOn) })}</Note>
            ) : authorityDueAt === null ? (
              <Ok>{t('outside.clockNone')}</Ok>
            ) : (
              <When tone="lit">{t('outside.clock', { time: dayAndTime(authorityDueAt) })}</When>
            )}
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}

function ReportForm({ leads }: { leads: boolean }) {
  const t = useText();
  const [, navigate] = useLocation();
  const report = useWrite('breach.report');
  const [kind, setKind] = useState<BreachKind>('LOST_MEDIA');
  const [event, setEvent] = useState('');
  const [happenedOn, setHappenedOn] = useState('');
  const [isKept, setKept] = useState(false);
  const submit = async (submitted: SubmitEvent): Promise<void> => {
    submitted.preventDefault();
    const told = { kind, event, happenedOn: happenedOn === '' ? null : happenedOn, knownAt: now() };
    const result = await report.run(told);
    if (!result.ok) return;
    if (leads) navigate(`/safekeeping/breaches/${result.value.breachId}`);
    else setKept(true);
  };
  if (isKept) return <Ok>{t('outside.breachKept')}</Ok>;
  return (
    <Sheet title={t('outside.breachReport')}>
      <form className="stack one-column" onSubmit={(submitted) => void submit(submitted)}>
        <NativeSelect
          label={t('outside.breachKind')}
          value={kind}
          data={BreachKind.options.map((value) => ({ value, label: t(`outside.breachKinds.${value}`) }))}
          onChange={({ currentTarget }) => setKind(BreachKind.catch('OTHER').parse(currentTarget.value))}
        />
        <Textarea
          label={t('outside.breachEvent')}
          dir="auto"
          autosize
          minRows={2}
          maxLength={4_000}
          value={event}
          onChange={({ currentTarget }) => setEvent(currentTarget.value)}
        />
        <DayField
          label={t('outside.breachHappened')}
          value={happenedOn}
          latest={dateOf(now())}
          onValue={setHappenedOn}
        />
        {report.error && <ErrorSentence error={report.error} />}
        <div>
          <Button type="submit" loading={report.isRunning} disabled={event.trim().length < 3}>
            {t('outside.breachReport')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
