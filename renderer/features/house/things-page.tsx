// What the house keeps, by the place where it lies. Whose a device is that may be followed is not on this page.
import { Select } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import type { KeptNow } from '#shared/records/kept-thing';
import { useRead } from '../../api/use-vault.ts';
import { shortDate } from '../../dates.ts';
import { usePreferences } from '../../preferences.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Alias } from '../../ui/hers.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { HouseTabs } from './house-tabs.tsx';
import { thingsOf } from './things-of.ts';
import './house.css';

export function ThingsPage() {
  const t = useText();
  const list = useRead('keptThing.list', {});
  const things = list.value?.things ?? [];
  const aside = things.filter(({ kind }) => kind === 'DEVICE');
  return (
    <>
      <PageHead title={t('things.title')} fact={t('things.lead')} />
      <HouseTabs current="/house/things" />
      {list.error && <ErrorSentence error={list.error} />}
      <div className="house-grid">
        <div className="stack">
          {aside.length > 0 && <Lying title={t('things.aside')} things={aside} lead={t('things.asideSays')} />}
          {list.value && <Lying title={t('things.here')} things={things.filter(({ kind }) => kind !== 'DEVICE')} />}
        </div>
        <Whose />
      </div>
    </>
  );
}

function Lying({ title, things, lead }: { title: string; things: readonly KeptNow[]; lead?: string }) {
  const t = useText();
  return (
    <Sheet flush title={title}>
      {lead && <p className="house-lead dim">{lead}</p>}
      {things.length === 0 && <EmptyState>{t('things.hereNone')}</EmptyState>}
      <Rows label={title}>
        {things.map((thing, at) => (
          <Line key={at} thing={thing} />
        ))}
      </Rows>
    </Sheet>
  );
}

function Line({ thing: { what, place, kind, since, of } }: { thing: KeptNow }) {
  const t = useText();
  return (
    <li className="wrap">
      <b className="house-place num" dir="auto">
        {place}
      </b>
      <span className="grow">
        <span dir="auto">{what}</span>
        <span className="small dim house-under">
          {t(`things.kinds.${kind}`)}, {t('things.since', { date: shortDate(since) })}
        </span>
      </span>
      {of && (
        <Link href={thingsOf(of.caseFileId)}>
          <Alias caseFileId={of.caseFileId} alias={of.nameUsed} caseNumber={of.caseNumber} />
        </Link>
      )}
    </li>
  );
}

function Whose() {
  const t = useText();
  const [, go] = useLocation();
  const namesHidden = usePreferences((preferences) => preferences.namesHidden);
  const here = useRead('caseFile.houseList', {});
  return (
    <Sheet title={t('things.whose')}>
      {here.error && <ErrorSentence error={here.error} />}
      <Select
        label={t('things.whosePick')}
        data={(here.value ?? []).map(({ caseFileId, nameUsed, caseNumber }) => ({
          value: caseFileId,
          label: namesHidden ? caseNumber : nameUsed,
        }))}
        value={null}
        searchable
        nothingFoundMessage={t('things.whoseNone')}
        onChange={(id) => id !== null && go(thingsOf(id))}
      />
    </Sheet>
  );
}
