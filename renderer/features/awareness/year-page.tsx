// The year on paper: what was done and asked for. Of people who were helped it holds tables for everybody, and no other number.
import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { StoredIssuedTable } from '#shared/records/statistics';
import type { YearSummary } from '#shared/records/year-summary';
import type { Translate } from '#shared/text/language';
import { useRead } from '../../api/use-vault.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { HousePaper } from '../../ui/house-paper.tsx';
import type { SheetSection } from '../../ui/paper.tsx';
import { tableName, TablesOf } from './evidence-sheet.tsx';
import { percent } from './percent.ts';
import { yearsUntilNow } from './years.ts';
import './awareness.css';

export function YearPage() {
  const t = useText();
  const [year, setYear] = useState(() => yearsUntilNow()[0] ?? 2026);
  const found = useRead('yearSummary.get', { year });
  const mayGoBack = useMay('activity.list');
  if (found.error) return <ErrorSentence error={found.error} />;
  if (found.value === undefined) return null;
  const { tables } = found.value;
  return (
    <HousePaper
      kind="AWARENESS"
      back={mayGoBack ? '/awareness' : '/numbers'}
      sections={sectionsOf(t, year, found.value)}
      more={{ lines: tables.length, content: tables.map((issued) => <Cleared key={issued.id} issued={issued} />) }}
      choice={
        <div className="no-print year-choice">
          <p className="dim">{t('awareness.yearFact')}</p>
          <NativeSelect
            label={t('awareness.year')}
            value={year}
            data={yearsUntilNow().map(String)}
            onChange={(event) => setYear(Number(event.currentTarget.value))}
          />
        </div>
      }
    />
  );
}

function Cleared({ issued }: { issued: StoredIssuedTable }) {
  const t = useText();
  return (
    <section>
      <h3>{tableName(t, issued)}</h3>
      <TablesOf issued={issued} />
      {issued.notes.map((note) => (
        <p key={note} className="paper-note">
          {t(`figures.notes.${note}`)}
        </p>
      ))}
    </section>
  );
}

const line = (id: string, words: string, note = '') => ({ id, words, hers: false, ...(note === '' ? {} : { note }) });

function sectionsOf(t: Translate, year: number, summary: YearSummary): SheetSection[] {
  const { policy, campaigns, materials } = summary;
  const asked = policy.map(({ title, stage, level, position }) =>
    line(
      title,
      title,
      [t(`awareness.stages.${stage}`), t(`awareness.levels.${level}`), t(`awareness.positions.${position}`)].join(
        ' · ',
      ),
    ),
  );
  const out = [
    ...campaigns.map((title) => line(title, title)),
    ...(materials > 0 ? [line('materials', t('awareness.paperMaterials', { count: materials }))] : []),
  ];
  return [
    { id: 'done', title: t('awareness.paperDone', { year }), lines: doneLines(t, summary) },
    { id: 'asked', title: t('awareness.paperAsked'), lines: asked },
    { id: 'out', title: t('awareness.paperCampaigns'), lines: out },
  ].filter(({ lines }) => lines.length > 0);
}

function doneLines(t: Translate, { counts: { kinds, effect } }: YearSummary): SheetSection['lines'] {
  const lines = kinds.map(({ kind, activities, people, isEstimate, reach }) =>
    line(
      kind,
      t('awareness.paperDoneLine', { kind: t(`awareness.kinds.${kind}`), count: activities }),
      [
        ...(people === 0
          ? []
          : [t('awareness.paperPeople', { people: isEstimate ? t('awareness.about', { people }) : people })]),
        ...(reach === 0 ? [] : [t('awareness.reached', { people: reach })]),
      ].join(', '),
    ),
  );
  if (effect === null) return lines;
  const share = percent(effect.normalised);
  return [
    ...lines,
    line('effect', t('awareness.effectAll', { people: effect.people, count: effect.trainings, share })),
  ];
}
