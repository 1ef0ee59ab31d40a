// Writing down what happened. What is typed is kept as a draft meanwhile; nothing is chosen for whoever writes.
import { Button, NativeSelect } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { IncidentType } from '#shared/records/incident';
import { useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { TimeField } from '../../forms/time-field.tsx';
import { useDraft } from '../../forms/use-draft.ts';
import { useShortcut } from '../../shortcuts.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { AgreedResponses } from './agreed-response.tsx';
import { DoneFields, FactsField } from './incident-fields.tsx';
import { IncidentInMaking, nothingYet, wholeReport } from './incident-in-making.ts';
import { PeopleByNumber, useNumbers } from './people-by-number.tsx';
import { WhoReads } from './who-reads.tsx';

export function IncidentForm() {
  const t = useText();
  const [, go] = useLocation();
  const draft = useDraft({ target: { kind: 'incident' }, schema: IncidentInMaking });
  const report = useWrite('incident.report');
  const numbers = useNumbers();
  const [fresh] = useState(nothingYet);
  const [typed, setTyped] = useState<IncidentInMaking | null>(null);
  const [isAsked, setAsked] = useState(false);
  const making = typed ?? draft.kept?.body ?? fresh;
  const write = (part: Partial<IncidentInMaking>, at: string): void => {
    const next = { ...making, ...part };
    setTyped(next);
    draft.write(next, at);
  };
  const keep = async (): Promise<void> => {
    const whole = wholeReport(making, numbers);
    setAsked(whole === null);
    if (whole === null || report.isRunning) return;
    // What still waits goes first: the vault takes the draft away with the report, and none comes after it.
    await draft.flush();
    const result = await report.run(whole);
    if (result.ok) go(`/house/incidents/${result.value.incidentId}`);
  };
  useShortcut('finish', () => void keep());
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void keep();
  };
  if (draft.error) return <ErrorSentence error={draft.error} />;
  if (draft.kept === undefined) return null;
  return (
    <Sheet title={t('incidents.write')}>
      <form className="stack" aria-label={t('incidents.write')} onSubmit={submit} noValidate>
        <TypeFields making={making} write={write} isAsked={isAsked} />
        <PeopleByNumber value={making.people} onValue={(people) => write({ people }, 'incident-people')} />
        {making.type === 'NOT_BACK_AS_EXPECTED' && <AgreedResponses people={making.people} numbers={numbers} />}
        <FactsField told={making} write={write} isAsked={isAsked} />
        <DoneFields told={making} write={write} />
        {report.error && <ErrorSentence error={report.error} />}
        <div className="row wrap">
          <Button type="submit" loading={report.isRunning}>
            {t('incidents.keep')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

interface TypeFieldsProps {
  readonly making: IncidentInMaking;
  readonly write: (part: Partial<IncidentInMaking>, at: string) => void;
  readonly isAsked: boolean;
}

function TypeFields({ making: { type, day, time }, write, isAsked }: TypeFieldsProps) {
  const t = useText();
  const types = IncidentType.options.map((value) => ({ value: value as string, label: t(`incidents.types.${value}`) }));
  return (
    <>
      <NativeSelect
        id="incident-type"
        label={t('incidents.type')}
        data={[...(type === null ? [{ value: '', label: t('incidents.choose') }] : []), ...types]}
        value={type ?? ''}
        error={isAsked && type === null ? t('incidents.choose') : undefined}
        onChange={({ currentTarget }) => write({ type: IncidentType.parse(currentTarget.value) }, 'incident-type')}
      />
      {type !== null && <Before type={type} />}
      <div className="row wrap align-start">
        <DayField
          id="incident-day"
          label={t('incidents.day')}
          value={day}
          latest={dateOf(now())}
          onValue={(next) => write({ day: next }, 'incident-day')}
        />
        <TimeField
          id="incident-time"
          label={t('incidents.time')}
          value={time}
          onValue={(next) => write({ time: next }, 'incident-time')}
        />
      </div>
    </>
  );
}

/** Said before anything is written: whoever writes is to know who will read it, and what to do first. */
function Before({ type }: { type: IncidentType }) {
  const t = useText();
  return (
    <div className="house-words" role="status">
      <WhoReads type={type} />
      <p>{t(`incidents.says.${type}`)}</p>
      {type === 'BREACH' && <Link href="/safekeeping/breaches">{t('incidents.breach')}</Link>}
      {type === 'DEVICE_TRACKING' && <Link href="/house/things">{t('incidents.layAside')}</Link>}
    </div>
  );
}
