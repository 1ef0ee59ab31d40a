// The restore drill: a copy is opened in a private place, every record is read, the counts are shown, the trial copy is wiped.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DrillReport } from '#shared/records/backup';
import { kinds } from '#shared/text/en/kinds';
import { useTask } from '../../api/use-vault.ts';
import { type PickedBackup, PickBackup } from '../../backup/pick-backup.tsx';
import { dayAndTime } from '../../dates.ts';
import { textNamed, useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Phases } from '../../ui/phases.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import { Verdict } from '../../ui/verdict.tsx';
import { DamagedRows } from './damaged-files.tsx';

const phaseNames = ['checking-space', 'copying', 'verifying', 'finishing'] as const;

export function DrillSheet() {
  const t = useText();
  const drill = useTask('backup.drill');
  const [picked, setPicked] = useState<PickedBackup | null>(null);
  if (drill.value) return <Tested report={drill.value} />;
  return (
    <Sheet title={t('backups.test')}>
      <div className="stack one-column">
        <p className="dim">{t('backups.testLead')}</p>
        <PickBackup onPick={setPicked} />
        {drill.isRunning && (
          <Phases
            phases={phaseNames.map((id) => ({ id, label: t(`backups.phase.${id}`) }))}
            progress={drill.progress}
            onStop={drill.stop}
          />
        )}
        {drill.error && <ErrorSentence error={drill.error} />}
        <div className="row">
          <Button
            variant="default"
            disabled={picked === null}
            loading={drill.isRunning}
            onClick={() => picked && void drill.start(picked)}
          >
            {t('backups.runTest')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

function Tested({ report }: { report: DrillReport }) {
  const t = useText();
  return (
    <Verdict
      good
      outcome={
        report.missing.length > 0 ? t('backups.opensBut', { count: report.missing.length }) : t('backups.tested')
      }
      consequence={t('backups.testedOf', { shelter: report.shelterName, date: dayAndTime(report.createdAt) })}
    >
      {report.missing.length > 0 && (
        <div className="verdict-body">
          <Note>{t('backups.notInIt', { count: report.missing.length })}</Note>
          <DamagedRows files={report.missing} />
        </div>
      )}
      <div className="verdict-body">
        <table className="twin">
          <thead>
            <tr>
              <th scope="col">{t('backups.records')}</th>
              <th scope="col">{t('backups.inBackup')}</th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(report.records)
              .filter(([, count]) => count > 0)
              .map(([kind, count]) => (
                <tr key={kind}>
                  <th scope="row">{kind in kinds ? textNamed(`kinds.${kind}`) : kind}</th>
                  <td>{count}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </Verdict>
  );
}
