// Bringing in a workbook: choose it, see every row with what was found, answer what is asked, and only then add all of it.
import { Button } from '@mantine/core';
import { type DragEvent } from 'react';
import { Link } from 'wouter';
import type { Choice } from '#shared/contract/bridge';
import type { ImportSummary } from '#shared/records/htcds-import';
import { useRead, useTask, useWrite } from '../../api/use-vault.ts';
import { useBridge } from '../../bridge.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Phases } from '../../ui/phases.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Ok } from '../../ui/status-words.tsx';
import { AboutFile } from './about-file.tsx';
import { ImportQuestions } from './import-questions.tsx';
import { ImportRows } from './import-rows.tsx';
import './import.css';

export function ImportPage() {
  const current = useRead('htcdsImport.current', {});
  const commit = useTask('htcdsImport.commit');
  if (commit.value) return <Added people={commit.value.people} onAnother={commit.forget} />;
  if (current.error) return <ErrorSentence error={current.error} />;
  if (current.value === undefined) return null;
  if (current.value === null) return <ChooseFile />;
  return <Preview summary={current.value} commit={commit} />;
}

function ChooseFile() {
  const t = useText();
  const bridge = useBridge();
  const open = useTask('htcdsImport.open');
  const begin = (choice: Choice | null): void => {
    if (choice !== null) void open.start({ file: choice.handle });
  };
  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file !== undefined) begin(await bridge.dropped(file, 'import-workbook'));
  };
  const phases = [
    { id: 'opening', label: t('imports.opening') },
    { id: 'reading', label: t('imports.reading') },
    { id: 'comparing', label: t('imports.comparing') },
  ];
  return (
    <>
      <PageHead title={t('imports.title')} fact={t('imports.lead')} />
      <Sheet>
        {open.isRunning ? (
          <Phases phases={phases} progress={open.progress} onStop={open.stop} stopLabel={t('imports.stop')} />
        ) : (
          <div className="drop" onDragOver={(event) => event.preventDefault()} onDrop={(event) => void drop(event)}>
            <Button onClick={() => void bridge.choose('import-workbook').then(begin)}>{t('imports.choose')}</Button>
            <span className="dim">{t('imports.drop')}</span>
          </div>
        )}
        {open.error && <ErrorSentence error={open.error} />}
      </Sheet>
      <p className="dim small import-foot">{t('imports.empty')}</p>
    </>
  );
}

interface PreviewProps {
  readonly summary: ImportSummary;
  readonly commit: ReturnType<typeof useTask<'htcdsImport.commit'>>;
}

function Preview({ summary, commit }: PreviewProps) {
  const t = useText();
  const discard = useWrite('htcdsImport.discard', { quiet: true });
  const { importId } = summary;
  const phases = [
    { id: 'preparing', label: t('imports.preparing') },
    { id: 'writing', label: t('imports.writing') },
  ];
  return (
    <>
      <PageHead
        title={t('imports.title')}
        fact={t('imports.people', { count: summary.people })}
        actions={
          !commit.isRunning && (
            <>
              <Button variant="default" onClick={() => void discard.run({ importId })}>
                {t('imports.stop')}
              </Button>
              <Button onClick={() => void commit.start({ importId })}>
                {t('imports.add', { count: summary.people })}
              </Button>
            </>
          )
        }
      />
      {(commit.error ?? discard.error) && <ErrorSentence error={(commit.error ?? discard.error)!} />}
      {commit.isRunning ? (
        <Sheet>
          <Phases
            phases={phases}
            progress={commit.progress}
            {...(commit.progress?.phase === 'writing' ? {} : { onStop: commit.stop })}
          />
        </Sheet>
      ) : (
        <div className="stack">
          <ImportQuestions importId={importId} />
          <ImportRows summary={summary} />
          <AboutFile summary={summary} />
          <p className="dim small">{t('imports.empty')}</p>
        </div>
      )}
    </>
  );
}

function Added({ people, onAnother }: { people: number; onAnother: () => void }) {
  const t = useText();
  return (
    <>
      <PageHead title={t('imports.title')} />
      <Sheet>
        <div className="stack">
          <p role="status">
            <Ok>{t('imports.done', { count: people })}</Ok>
          </p>
          <p>{t('imports.doneNext')}</p>
          <div className="row">
            <Button component={Link} href="/cases">
              {t('imports.goToCases')}
            </Button>
            <Button variant="default" onClick={onAnother}>
              {t('imports.another')}
            </Button>
          </div>
        </div>
      </Sheet>
    </>
  );
}
