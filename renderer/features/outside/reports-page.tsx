// Reports that a law asked for, of one case. Nothing is sent from here: what was said elsewhere is written down, with how she was told.
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { Link } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import { type MandatedReport, ReportTrigger } from '#shared/records/mandated-report';
import { ReleaseCategory } from '#shared/records/release-categories';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { CaseFrame } from '../../case/case-frame.tsx';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { TimeField } from '../../forms/time-field.tsx';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Hers } from '../../ui/hers.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { Note, Ok } from '../../ui/status-words.tsx';
import './outside.css';

export function ReportsPage({ params }: PageProps) {
  const caseFileId = (params['caseFileId'] ?? '') as CaseFileId;
  return (
    <CaseFrame caseFileId={caseFileId} part="/reports">
      {() => <Reports caseFileId={caseFileId} />}
    </CaseFrame>
  );
}

function Reports({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const [isWriting, setWriting] = useState(false);
  const list = useRead('mandatedReport.list', { caseFileId });
  return (
    <div className="stack">
      {isWriting ? (
        <ReportForm caseFileId={caseFileId} onDone={() => setWriting(false)} />
      ) : (
        <div className="row wrap between">
          <p className="dim grow">{t('outside.reportsLead')}</p>
          <Button variant="default" component={Link} href="/safekeeping/papers/REPORT_WORKSHEET">
            {t('outside.worksheet')}
          </Button>
          <Button onClick={() => setWriting(true)}>{t('outside.reportAdd')}</Button>
        </div>
      )}
      {list.error && <ErrorSentence error={list.error} />}
      {list.value?.length === 0 && !isWriting && (
        <Sheet>
          <EmptyState>{t('outside.reportsNone')}</EmptyState>
        </Sheet>
      )}
      {list.value?.map((report) => (
        <OneReport key={report.id} report={report} />
      ))}
    </div>
  );
}

function OneReport({ report }: { report: MandatedReport }) {
  const t = useText();
  const { trigger, law, reportedTo, reportedOn, reportedTime, content, reference, told, toldHow, wishes, support } =
    report;
  const when = [fullDate(reportedOn), reportedTime ?? ''].filter(Boolean).join(', ');
  return (
    <Sheet title={t(`outside.triggers.${trigger}`)} end={when}>
      <div className="stack">
        <p dir="auto">{[reportedTo, law, reference].filter(Boolean).join(', ')}</p>
        <p className="note-body" dir="auto">
          {content}
        </p>
        {wishes !== '' && <Hers quote>{wishes}</Hers>}
        {told === 'NOT_SAFE' ? <Note>{t('outside.tolds.NOT_SAFE')}</Note> : <Ok>{t(`outside.tolds.${told}`)}</Ok>}
        {[toldHow, support].filter(Boolean).map((words) => (
          <p key={words} className="small dim" dir="auto">
            {words}
          </p>
        ))}
      </div>
    </Sheet>
  );
}

type Written = Omit<MandatedReport, 'caseFileId'>;
const TOLD = ['BEFORE', 'AFTER', 'NOT_SAFE'] as const;

const fresh = (): Written => ({
  trigger: 'CHILD_ABUSE',
  law: '',
  reportedTo: '',
  reportedOn: dateOf(now()),
  reportedTime: null,
  content: '',
  categories: [],
  reference: '',
  told: 'BEFORE',
  toldHow: '',
  wishes: '',
  support: '',
});

function ReportForm({ caseFileId, onDone }: { caseFileId: CaseFileId; onDone: () => void }) {
  const t = useText();
  const add = useWrite('mandatedReport.add');
  const [report, setReport] = useState(fresh);
  const write = (part: Partial<Written>): void => setReport({ ...report, ...part });
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if ((await add.run({ caseFileId, ...report })).ok) onDone();
  };
  const isReady =
    report.categories.length > 0 &&
    [report.law, report.reportedTo, report.content].every((words) => words.trim().length > 1);
  const line = (name: 'law' | 'reportedTo' | 'reference' | 'toldHow') => (
    <TextInput
      label={t(`outside.${name}`)}
      dir="auto"
      maxLength={300}
      value={report[name]}
      onChange={({ currentTarget }) => write({ [name]: currentTarget.value })}
    />
  );
  return (
    <Sheet title={t('outside.reportAdd')}>
      <form className="stack one-column" onSubmit={(event) => void submit(event)}>
        <NativeSelect
          label={t('outside.trigger')}
          value={report.trigger}
          data={ReportTrigger.options.map((value) => ({ value, label: t(`outside.triggers.${value}`) }))}
          onChange={({ currentTarget }) => write({ trigger: ReportTrigger.catch('OTHER').parse(currentTarget.value) })}
        />
        {line('law')}
        {line('reportedTo')}
        <div className="row wrap">
          <DayField
            label={t('outside.reportedOn')}
            value={report.reportedOn}
            latest={dateOf(now())}
            onValue={(day) => write({ reportedOn: day || dateOf(now()) })}
          />
          <TimeField
            label={t('outside.reportedTime')}
            value={report.reportedTime ?? ''}
            onValue={(time) => write({ reportedTime: time === '' ? null : time })}
          />
        </div>
        <Textarea
          label={t('outside.content')}
          dir="auto"
          autosize
          minRows={2}
          maxLength={4_000}
          value={report.content}
          onChange={({ currentTarget }) => write({ content: currentTarget.value })}
        />
        <Checkbox.Group
          label={t('outside.contentParts')}
          value={[...report.categories]}
          onChange={(value) => write({ categories: ReleaseCategory.options.filter((one) => value.includes(one)) })}
        >
          <div className="outside-ticks">
            {ReleaseCategory.options.map((value) => (
              <Checkbox key={value} value={value} label={t(`sharing.category.${value}`)} />
            ))}
          </div>
        </Checkbox.Group>
        {line('reference')}
        <NativeSelect
          label={t('outside.told')}
          value={report.told}
          data={TOLD.map((value) => ({ value, label: t(`outside.tolds.${value}`) }))}
          onChange={({ currentTarget }) => write({ told: TOLD.find((one) => one === currentTarget.value) ?? 'BEFORE' })}
        />
        {line('toldHow')}
        <Textarea
          className="her-box"
          label={t('outside.wishesWords')}
          dir="auto"
          autosize
          maxLength={2_000}
          value={report.wishes}
          onChange={({ currentTarget }) => write({ wishes: currentTarget.value })}
        />
        <Textarea
          label={t('outside.support')}
          dir="auto"
          autosize
          maxLength={2_000}
          value={report.support}
          onChange={({ currentTarget }) => write({ support: currentTarget.value })}
        />
        {add.error && <ErrorSentence error={add.error} />}
        <div className="row wrap">
          <Button variant="default" onClick={onDone}>
            {t('outside.leave')}
          </Button>
          <Button type="submit" loading={add.isRunning} disabled={!isReady}>
            {t('outside.keep')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
