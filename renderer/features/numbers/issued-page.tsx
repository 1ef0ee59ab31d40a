// A table that was given out, as the paper it is: printed and saved from here, each time with a line in the log.
import { Button } from '@mantine/core';
import type { RecordId } from '#shared/ids';
import type { StoredIssuedTable } from '#shared/records/statistics';
import { setOf } from '#shared/statistics/funder-sets';
import { useRead, useTask, useWrite } from '../../api/use-vault.ts';
import { useBridge } from '../../bridge.tsx';
import { dateOf, fullDate } from '../../dates.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconPrint } from '../../ui/icons.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Phases } from '../../ui/phases.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Ok } from '../../ui/status-words.tsx';
import { FigureTable } from '../../figures/figure-table.tsx';
import { hasPeople, periodWords } from '../../figures/figure-words.ts';
import './numbers.css';

export function IssuedPage({ params }: PageProps) {
  const t = useText();
  const id = (params['tableId'] ?? '') as RecordId;
  const found = useRead('statistics.get', { id });
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const issued = found.value;
  const name = t('figures.issuedName', { period: periodWords(t, issued.period), set: t(`figures.sets.${issued.set}`) });
  return (
    <>
      <PageHead
        title={name}
        fact={t('figures.issuedOn', { day: fullDate(dateOf(issued.savedAt)), name: issued.savedBy?.name ?? '' })}
      />
      <div className="prepare">
        <div className="stack no-print">
          <Copies issued={issued} />
        </div>
        <TablePaper issued={issued} />
      </div>
    </>
  );
}

function Copies({ issued }: { issued: StoredIssuedTable }) {
  const t = useText();
  const bridge = useBridge();
  const printed = useWrite('statistics.printed');
  const save = useTask('statistics.save');
  const print = async (): Promise<void> => {
    if ((await printed.run({ id: issued.id })).ok) window.print();
  };
  const toFile = async (): Promise<void> => {
    const folder = await bridge.choose('table-folder');
    if (folder !== null) void save.start({ id: issued.id, folder: folder.handle });
  };
  const saved = {
    'not-a-stick': t('figures.csvDone'),
    'safe-to-remove': t('figures.csvSafe'),
    'saved-still-in-use': t('figures.csvInUse'),
    'gone-before-safe': t('figures.csvGone'),
  };
  const stick = save.value?.stick;
  return (
    <Sheet title={t('figures.copiesTitle')} end={t('figures.copies', { count: issued.copies })}>
      <div className="stack">
        <p className="dim">{t('figures.copiesSays')}</p>
        {printed.error && <ErrorSentence error={printed.error} />}
        {save.error && <ErrorSentence error={save.error} />}
        {save.isRunning && (
          <Phases
            phases={[{ id: 'writing', label: t('figures.csvWriting') }]}
            progress={save.progress}
            onStop={save.stop}
          />
        )}
        {stick === 'gone-before-safe' && <Note>{saved[stick]}</Note>}
        {stick !== undefined && stick !== 'gone-before-safe' && <Ok>{saved[stick]}</Ok>}
        <div className="row wrap">
          <Button
            leftSection={<IconPrint size={18} aria-hidden />}
            loading={printed.isRunning}
            onClick={() => void print()}
          >
            {t('figures.print')}
          </Button>
          <Button variant="default" loading={save.isRunning} onClick={() => void toFile()}>
            {t('figures.csv')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

function TablePaper({ issued }: { issued: StoredIssuedTable }) {
  const t = useText();
  const { source, version } = setOf(issued.set);
  return (
    <article className="paper paper-normal" aria-label={t('prints.preview')}>
      <header className="letter-head">
        <h2 className="paper-name">{t('figures.paperTitle', { period: periodWords(t, issued.period) })}</h2>
        <p>
          {t(`figures.whoOf.${issued.who}`)}. {t(`figures.mode.${issued.mode}`)}.
        </p>
        {issued.mode === 'EXACT' && <p>{t('figures.exactPaper')}</p>}
      </header>
      {issued.tables.filter(hasPeople).map((table) => (
        <section key={table.id}>
          <FigureTable table={table} threshold={issued.threshold} />
        </section>
      ))}
      {!issued.tables.some(hasPeople) && <p>{t('figures.empty')}</p>}
      <footer>
        {issued.notes.map((note) => (
          <p key={note}>{t(`figures.notes.${note}`)}</p>
        ))}
        <p>{t('figures.source', { source, version })}</p>
        <p>{t('figures.writtenOn', { day: fullDate(dateOf(issued.savedAt)) })}</p>
      </footer>
    </article>
  );
}
