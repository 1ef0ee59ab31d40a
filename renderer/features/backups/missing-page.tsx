// What damage took and nothing brought back: by case, kind and day, never by a name, on the screen and on paper.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { HistoryGap, MissingLine, SalvageReport } from '#shared/records/salvage';
import { english } from '#shared/text/english';
import { useRead } from '../../api/use-vault.ts';
import { dateOf, dayAndTime, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconPrint } from '../../ui/icons.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState } from '../../ui/sheet.tsx';
import './missing.css';

export function MissingPage() {
  const t = useText();
  const found = useRead('salvage.missing', {});
  const reports = found.value ?? [];
  return (
    <>
      <PageHead
        title={t('salvage.missingTitle')}
        fact={t('salvage.missingLead')}
        actions={
          <>
            <Button component={Link} href="/safekeeping/backups" variant="default">
              {t('shell.back')}
            </Button>
            {reports.length > 0 && (
              <Button leftSection={<IconPrint size={18} aria-hidden />} onClick={() => window.print()}>
                {t('salvage.print')}
              </Button>
            )}
          </>
        }
      />
      {found.error && <ErrorSentence error={found.error} />}
      {found.value?.length === 0 && <EmptyState>{t('salvage.noneEver')}</EmptyState>}
      {reports.map((report) => (
        <MissingPaper key={report.at} report={report} />
      ))}
    </>
  );
}

function MissingPaper({ report }: { report: SalvageReport }) {
  const t = useText();
  const { at, backupAt, lines, gaps, parts, unsigned, savesLost } = report;
  const isNothing = lines.length + gaps.length + parts.length + unsigned + savesLost === 0;
  const filled =
    backupAt === null ? t('salvage.withoutBackup') : t('salvage.withBackupOf', { date: dayAndTime(backupAt) });
  return (
    <article className="missing-paper">
      <h2>{t('salvage.savedOn', { date: dayAndTime(at) })}</h2>
      <p>{filled}</p>
      {isNothing && <p>{t('salvage.nothingMissing')}</p>}
      {byCase(t, lines).map(([name, ofIt]) => (
        <section key={name}>
          <h3 dir="auto">{name}</h3>
          <ul>
            {alike(ofIt).map(({ kind, loss, date, count }) => (
              <li key={`${kind} ${loss} ${date}`}>
                <b>{kindWords(t, kind)}:</b>{' '}
                {t('salvage.line', { count, loss: t(`salvage.loss.${loss}`), date: fullDate(date) })}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <ul>
        {parts.map((part) => (
          <li key={part}>{t(`salvage.part.${part}`)}</li>
        ))}
        {savesLost > 0 && <li>{t('salvage.savesCount', { count: savesLost })}</li>}
        {unsigned > 0 && <li>{t('salvage.unsignedCount', { count: unsigned })}</li>}
        {gaps.map((gap) => (
          <li key={gap.from}>{gapWords(t, gap)}</li>
        ))}
      </ul>
    </article>
  );
}

type Text = ReturnType<typeof useText>;
type Kind = keyof typeof english.kinds;
const isKind = (kind: string): kind is Kind => Object.hasOwn(english.kinds, kind);
const kindWords = (t: Text, kind: string): string => (isKind(kind) ? t(`kinds.${kind}`) : kind);

/** The cases in the order of their numbers, then what is of no case that may be told. */
function byCase(t: Text, lines: readonly MissingLine[]): [string, MissingLine[]][] {
  const groups = new Map<string, MissingLine[]>();
  const inOrder = lines.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : a.at - b.at));
  for (const line of inOrder) {
    const name = nameOf(t, line);
    groups.set(name, [...(groups.get(name) ?? []), line]);
  }
  return [...groups];
}

/** Numbers have letters and digits only, so the others come last. */
const placeOf = ({ caseNumber, ofCase }: MissingLine): string => caseNumber ?? (ofCase ? '~' : '~~');
const nameOf = (t: Text, { caseNumber, ofCase }: MissingLine): string =>
  caseNumber === null ? t(ofCase ? 'salvage.ofOtherCase' : 'salvage.ofHouse') : t('salvage.ofCase', { caseNumber });

interface Alike extends Pick<MissingLine, 'kind' | 'loss'> {
  readonly date: string;
  readonly count: number;
}

/** Things of one kind that were written on one day are one line. */
function alike(lines: readonly MissingLine[]): Alike[] {
  const found = new Map<string, Alike>();
  for (const { kind, loss, at } of lines) {
    const date = dateOf(at);
    const key = `${kind} ${loss} ${date}`;
    found.set(key, { kind, loss, date, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}

const gapWords = (t: Text, { from, to, after, before }: HistoryGap): string =>
  t('salvage.gap', {
    count: to - from + 1,
    from: after === null ? t('salvage.gapStart') : dayAndTime(after),
    to: before === null ? t('salvage.gapEnd') : dayAndTime(before),
  });
