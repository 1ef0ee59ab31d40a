// A paper of the house before the printer: written into the log first, with the day by which it is to be destroyed.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { type HousePaper as Kind, shredOn } from '#shared/records/house-paper';
import { useRead, useWrite } from '../api/use-vault.ts';
import { now } from '../clock.ts';
import { dateOf, dayAndTime, fullDate } from '../dates.ts';
import { useMay } from '../session/use-may.ts';
import { useText } from '../text.ts';
import { ErrorSentence } from './error-sentence.tsx';
import { IconPrint } from './icons.ts';
import { PageHead } from './page-head.tsx';
import { Paper, type SheetSection } from './paper.tsx';
import { EmptyState, Rows, Sheet } from './sheet.tsx';

interface HousePaperProps {
  readonly kind: Kind;
  readonly sections: readonly SheetSection[];
  /** Where the person came from. */
  readonly back: string;
  /** What is chosen before printing; not on the paper. */
  readonly choice?: ReactNode;
  /** Below the lines, and counted as so many. */
  readonly more?: { readonly lines: number; readonly content: ReactNode };
}

export function HousePaper({ kind, sections, back, choice, more }: HousePaperProps) {
  const t = useText();
  const add = useWrite('housePaper.add');
  const maySeeLog = useMay('housePaper.list');
  const lines = sections.reduce((sum, section) => sum + section.lines.length, more?.lines ?? 0);
  const print = async (): Promise<void> => {
    if ((await add.run({ paper: kind, lines })).ok) window.print();
  };
  return (
    <>
      <PageHead
        title={t(`prints.house.${kind}`)}
        fact={t('prints.spool')}
        actions={
          <>
            <Button component={Link} href={back} variant="default">
              {t('prints.back')}
            </Button>
            {lines > 0 && (
              <Button
                leftSection={<IconPrint size={18} aria-hidden />}
                loading={add.isRunning}
                onClick={() => void print()}
              >
                {t('prints.print')}
              </Button>
            )}
          </>
        }
      />
      {choice}
      {add.error && <ErrorSentence error={add.error} />}
      {lines === 0 ? (
        <EmptyState>{t('prints.houseNothing')}</EmptyState>
      ) : (
        <Paper
          sections={sections}
          name={null}
          size="normal"
          withPictures={false}
          head={
            <header className="letter-head">
              <p>{t('prints.houseHead', { paper: t(`prints.house.${kind}`), date: fullDate(dateOf(now())) })}</p>
            </header>
          }
          end={more?.content}
          foot={t('prints.destroyBy', { date: fullDate(shredOn(kind, dateOf(now()))) })}
        />
      )}
      {maySeeLog && <Lately />}
    </>
  );
}

/** Which papers came out of the printer, so that somebody can ask whether they are gone. */
function Lately() {
  const t = useText();
  const { value: printed = [], error } = useRead('housePaper.list', {});
  if (error) return <ErrorSentence error={error} />;
  if (printed.length === 0) return null;
  return (
    <Sheet flush title={t('prints.lately')} className="no-print">
      <Rows tight label={t('prints.lately')}>
        {printed.map(({ paper, at, by, shredOn: until }) => (
          <li key={at}>
            <span className="grow">{t(`prints.house.${paper}`)}</span>
            <span className="small dim">
              {t('prints.printedBy', { name: by?.name ?? t('prints.somebody'), when: dayAndTime(at) })}
            </span>
            <span className="small dim">{t('prints.gone', { date: fullDate(until) })}</span>
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}
