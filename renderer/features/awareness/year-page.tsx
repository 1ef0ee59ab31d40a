// The year on paper: what was done and asked for. Of people who were helped it holds tables for everybody, and no other number.
import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { SHRED_AFTER } from '#shared/records/print-rules';
import type { YearSummary } from '#shared/records/year-summary';
import { addDays } from '#shared/time';
import type { Translate } from '#shared/text/language';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconPrint } from '../../ui/icons.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Paper, type SheetSection } from '../../ui/paper.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { AwarenessNav } from './awareness-nav.tsx';
import { tableName, TablesOf } from './evidence-sheet.tsx';
import { percent } from './percent.ts';
import { yearsUntilNow } from './years.ts';

export function YearPage() {
  const t = useText();
  const [year, setYear] = useState(() => yearsUntilNow()[0] ?? 2026);
  const [days, setDays] = useState<number>(30);
  const found = useRead('yearSummary.get', { year });
  const shredOn = addDays(dateOf(now()), days);
  return (
    <>
      <PageHead title={t('awareness.part.year')} fact={t('awareness.yearFact')} />
      <AwarenessNav />
      {found.error && <ErrorSentence error={found.error} />}
      <div className="prepare">
        <div className="stack no-print">
          <Sheet title={t('awareness.yearLook')}>
            <div className="stack">
              <NativeSelect
                label={t('awareness.year')}
                value={year}
                data={yearsUntilNow().map(String)}
                onChange={(event) => setYear(Number(event.currentTarget.value))}
              />
              <div>
                <p className="field-label" id="shred-after">
                  {t('prints.shredAfter')}
                </p>
                <SegmentedControl
                  aria-labelledby="shred-after"
                  value={String(days)}
                  onChange={(value) => setDays(Number(value))}
                  data={SHRED_AFTER.map((count) => ({ value: String(count), label: t('prints.days', { count }) }))}
                />
              </div>
              <PrintIt year={year} shredOn={shredOn} />
            </div>
          </Sheet>
          {found.value && <PrintedBefore prints={found.value.prints} />}
        </div>
        {found.value && <YearPaper year={year} summary={found.value} shredOn={shredOn} />}
      </div>
    </>
  );
}

function PrintIt({ year, shredOn }: { year: number; shredOn: string }) {
  const t = useText();
  const printed = useWrite('yearSummary.printed');
  const print = async (): Promise<void> => {
    if ((await printed.run({ year, shredOn })).ok) window.print();
  };
  return (
    <>
      {printed.error && <ErrorSentence error={printed.error} />}
      <Button
        leftSection={<IconPrint size={18} aria-hidden />}
        loading={printed.isRunning}
        onClick={() => void print()}
      >
        {t('prints.print')}
      </Button>
      <p className="small dim">{t('prints.spool')}</p>
    </>
  );
}

function PrintedBefore({ prints }: Pick<YearSummary, 'prints'>) {
  const t = useText();
  return (
    <Sheet flush title={t('awareness.printedBefore')}>
      {prints.length === 0 && <EmptyState>{t('awareness.printedNone')}</EmptyState>}
      <Rows tight label={t('awareness.printedBefore')}>
        {prints.map(({ id, savedAt, savedBy, shredOn }) => (
          <li key={id} className="small">
            {t('awareness.printedLine', {
              ...{ date: fullDate(dateOf(savedAt)), name: savedBy?.name ?? '' },
              shred: fullDate(shredOn),
            })}
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}

interface PaperProps {
  readonly year: number;
  readonly summary: YearSummary;
  readonly shredOn: string;
}

function YearPaper({ year, summary, shredOn }: PaperProps) {
  const t = useText();
  const sections = sectionsOf(t, summary);
  return (
    <Paper
      head={
        <header className="letter-head">
          <h2 className="paper-name">{t('awareness.paperTitle', { year })}</h2>
          {sections.length === 0 && <p>{t('awareness.paperNothing')}</p>}
        </header>
      }
      sections={sections}
      name={null}
      size="normal"
      withPictures={false}
      end={summary.tables.map((issued) => (
        <section key={issued.id}>
          <h3>{tableName(t, issued)}</h3>
          <TablesOf issued={issued} />
          {issued.notes.map((note) => (
            <p key={note} className="paper-note">
              {t(`figures.notes.${note}`)}
            </p>
          ))}
        </section>
      ))}
      foot={t('prints.destroyBy', { date: fullDate(shredOn) })}
    />
  );
}

const line = (id: string, words: string, note = '') => ({ id, words, hers: false, ...(note === '' ? {} : { note }) });

function sectionsOf(t: Translate, summary: YearSummary): SheetSection[] {
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
    { id: 'done', title: t('awareness.paperDone'), lines: doneLines(t, summary) },
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
