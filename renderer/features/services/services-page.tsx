// The service log of one case: what was given today with one press, a month as rows, and how often each was given.
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import type { ServiceMonth, StoredService } from '#shared/records/service';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { now } from '../../clock.ts';
import { dateOf, monthWords } from '../../dates.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { ServiceForm } from './service-form.tsx';
import { ServiceRows, useAmountWords } from './service-rows.tsx';
import './services.css';

export function ServicesPage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  return (
    <CaseFrame caseFileId={caseFileId} part="/services">
      {() => <ServiceLog caseFileId={caseFileId} />}
    </CaseFrame>
  );
}

function ServiceLog({ caseFileId }: { caseFileId: CaseFileId }) {
  const thisMonth = dateOf(now()).slice(0, 7);
  const [month, setMonth] = useState(thisMonth);
  const [changing, setChanging] = useState<StoredService | null>(null);
  const log = useRead('service.month', { caseFileId, month }, { keepLast: true });
  if (log.error) return <ErrorSentence error={log.error} />;
  return (
    <div className="two-columns">
      <div className="stack">
        {log.value && <MonthSheet log={log.value} thisMonth={thisMonth} onMonth={setMonth} onChange={setChanging} />}
      </div>
      <div className="stack">
        {changing === null ? (
          <>
            <GivenToday caseFileId={caseFileId} />
            <ServiceForm key={log.value?.services.length ?? 0} caseFileId={caseFileId} />
          </>
        ) : (
          <ServiceForm key={changing.id} caseFileId={caseFileId} changing={changing} onDone={() => setChanging(null)} />
        )}
        {log.value && log.value.counts.length > 0 && <Counts log={log.value} />}
      </div>
    </div>
  );
}

function GivenToday({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const recent = useRead('service.recentCodes', { caseFileId }, { keepLast: true });
  const log = useWrite('service.log');
  return (
    <Sheet title={t('services.quick')}>
      {log.error && <ErrorSentence error={log.error} />}
      <p className="small dim">{t('services.quickHint')}</p>
      <div className="row wrap service-chips">
        {recent.value?.map((code) => (
          <Button
            key={code}
            size="compact-md"
            variant="default"
            disabled={log.isRunning}
            onClick={() => void log.run({ caseFileId, code })}
          >
            {t(`services.code.${code}`)}
          </Button>
        ))}
      </div>
    </Sheet>
  );
}

interface MonthProps {
  readonly log: ServiceMonth;
  readonly thisMonth: string;
  readonly onMonth: (month: string) => void;
  readonly onChange: (service: StoredService) => void;
}

function MonthSheet({ log, thisMonth, onMonth, onChange }: MonthProps) {
  const t = useText();
  const months = [...new Set([thisMonth, log.month, ...log.months.map(({ month }) => month)])].sort().reverse();
  return (
    <Sheet
      flush
      title={t('services.title')}
      end={
        <NativeSelect
          size="xs"
          aria-label={t('services.month')}
          value={log.month}
          data={months.map((value) => ({ value, label: monthWords(value) }))}
          onChange={(event) => onMonth(event.currentTarget.value)}
        />
      }
    >
      {log.services.length === 0 ? (
        <EmptyState>{t('services.none')}</EmptyState>
      ) : (
        <ServiceRows services={log.services} onChange={onChange} />
      )}
    </Sheet>
  );
}

function Counts({ log }: { log: ServiceMonth }) {
  const t = useText();
  const amount = useAmountWords();
  return (
    <Sheet title={t('services.counts')} end={monthWords(log.month)}>
      <table className="twin">
        <tbody>
          {log.counts.map(({ code, times, minutes, units }) => (
            <tr key={code}>
              <th scope="row">{t(`services.code.${code}`)}</th>
              <td>
                {t('services.times', { count: times })}
                {minutes > 0 && <span className="dim"> {amount({ in: 'MINUTES', count: minutes })}</span>}
                {units > 0 && <span className="dim"> {amount({ in: 'UNITS', count: units })}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
