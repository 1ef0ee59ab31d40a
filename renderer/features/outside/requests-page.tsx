// Legal requests of the house, and logging a new one. A director's page: nobody else accepts a paper.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import { Instrument, type LegalRequest } from '#shared/records/legal-request';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Alias } from '../../ui/hers.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note, Waits } from '../../ui/status-words.tsx';
import { AnyCase } from './any-case.tsx';
import { DeadlinesField } from './deadlines-field.tsx';

export function RequestsPage() {
  const t = useText();
  const [isLogging, setLogging] = useState(false);
  const list = useRead('legalRequest.list', {});
  return (
    <>
      <PageHead
        title={t('outside.requests')}
        fact={t('outside.requestsLead')}
        actions={!isLogging && <Button onClick={() => setLogging(true)}>{t('outside.log')}</Button>}
      />
      <div className="stack">
        {isLogging && <LogForm onDone={() => setLogging(false)} />}
        {list.error && <ErrorSentence error={list.error} />}
        {list.value && (
          <Sheet flush>
            {list.value.length === 0 && <EmptyState>{t('outside.requestsNone')}</EmptyState>}
            <Rows label={t('outside.requests')}>
              {list.value.map(({ id, instrument, servedBy, receivedOn, state, of }) => (
                <li key={id}>
                  <span className="col-alias">
                    {of && <Alias caseFileId={of.caseFileId} alias={of.nameUsed} caseNumber={of.caseNumber} />}
                  </span>
                  <Link className="grow" href={`/safekeeping/requests/${id}`}>
                    <b>{t(`outside.instruments.${instrument}`)}</b>
                    <span className="small dim" dir="auto">
                      {` ${servedBy}, ${fullDate(receivedOn)}`}
                    </span>
                  </Link>
                  {state === 'CLOSED' ? (
                    <Note>{t('outside.state.CLOSED')}</Note>
                  ) : (
                    <Waits>{t(`outside.state.${state}`)}</Waits>
                  )}
                </li>
              ))}
            </Rows>
          </Sheet>
        )}
      </div>
    </>
  );
}

type Told = Pick<LegalRequest, 'instrument' | 'servedBy' | 'receivedOn' | 'asksFor' | 'deadlines'>;

function LogForm({ onDone }: { onDone: () => void }) {
  const t = useText();
  const [, navigate] = useLocation();
  const log = useWrite('legalRequest.log');
  const [caseFileId, setCase] = useState<CaseFileId | null>(null);
  const [told, setTold] = useState<Told>({
    instrument: 'NOT_KNOWN',
    servedBy: '',
    receivedOn: dateOf(now()),
    asksFor: '',
    deadlines: [],
  });
  const tell = (part: Partial<Told>): void => setTold({ ...told, ...part });
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const deadlines = told.deadlines.filter(({ what, on }) => what.trim() !== '' && on !== '');
    const result = await log.run({ ...told, deadlines, caseFileId });
    if (result.ok) navigate(`/safekeeping/requests/${result.value.id}`);
  };
  return (
    <Sheet title={t('outside.log')}>
      <form className="stack one-column" onSubmit={(event) => void submit(event)}>
        <NativeSelect
          label={t('outside.instrument')}
          value={told.instrument}
          data={Instrument.options.map((value) => ({ value, label: t(`outside.instruments.${value}`) }))}
          onChange={({ currentTarget }) =>
            tell({ instrument: Instrument.catch('NOT_KNOWN').parse(currentTarget.value) })
          }
        />
        <TextInput
          label={t('outside.servedBy')}
          dir="auto"
          maxLength={300}
          value={told.servedBy}
          onChange={({ currentTarget }) => tell({ servedBy: currentTarget.value })}
        />
        <DayField
          label={t('outside.receivedOn')}
          value={told.receivedOn}
          latest={dateOf(now())}
          onValue={(day) => tell({ receivedOn: day || dateOf(now()) })}
        />
        <Textarea
          label={t('outside.asksFor')}
          dir="auto"
          autosize
          minRows={2}
          maxLength={2_000}
          value={told.asksFor}
          onChange={({ currentTarget }) => tell({ asksFor: currentTarget.value })}
        />
        <AnyCase label={t('outside.about')} value={caseFileId} onValue={setCase} />
        {caseFileId !== null && <Note>{t('outside.holdSays')}</Note>}
        <DeadlinesField deadlines={told.deadlines} onDeadlines={(deadlines) => tell({ deadlines })} />
        {log.error && <ErrorSentence error={log.error} />}
        <div className="row wrap">
          <Button variant="default" onClick={onDone}>
            {t('outside.leave')}
          </Button>
          <Button type="submit" loading={log.isRunning} disabled={told.servedBy.trim() === ''}>
            {t('outside.keep')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
