// One person and the courses: how each stands, and every line that was written down.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PersonTraining, StoredCompletion } from '#shared/records/training';
import { useWrite } from '../../api/use-vault.ts';
import { fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import { HowItStands } from './people-sheet.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { StatusMark } from './status-mark.tsx';
import { nameByCode } from './team-words.ts';

/** What is asked for or was done; what is neither is left out. */
export function CourseRows({ training }: { training: PersonTraining }) {
  const t = useText();
  const cells = training.cells.filter(({ status }) => status !== 'NOT_NEEDED');
  return (
    <Sheet flush title={t('team.learnt')} end={<HowItStands row={training} />}>
      <Rows label={t('team.learnt')}>
        {cells.map((cell) => (
          <li key={cell.code} className="wrap">
            <span className="grow team-person">
              <span>{nameByCode(t, training.courses, cell.code)}</span>
              {cell.doneOn !== null && (
                <span className="small dim">{t('team.done', { day: fullDate(cell.doneOn) })}</span>
              )}
            </span>
            <StatusMark cell={cell} />
          </li>
        ))}
      </Rows>
    </Sheet>
  );
}

interface LineRowsProps {
  readonly training: PersonTraining;
  /** A director strikes what was written down by mistake. */
  readonly mayStrike?: boolean;
}

export function LineRows({ training, mayStrike = false }: LineRowsProps) {
  const t = useText();
  const [striking, setStriking] = useState<StoredCompletion | null>(null);
  return (
    <Sheet flush title={t('team.lines')}>
      {training.completions.length === 0 && <EmptyState>{t('team.linesNone')}</EmptyState>}
      <Rows label={t('team.lines')}>
        {training.completions.map((line) => (
          <Line
            key={line.id}
            line={line}
            course={nameByCode(t, training.courses, line.courseCode)}
            {...(mayStrike && line.struck === null ? { onStrike: () => setStriking(line) } : {})}
          />
        ))}
      </Rows>
      {striking && <StrikeDialog line={striking} onClose={() => setStriking(null)} />}
    </Sheet>
  );
}

function Line({ line, course, onStrike }: { line: StoredCompletion; course: string; onStrike?: () => void }) {
  const t = useText();
  const day = fullDate(line.on);
  const hours = t('team.hoursOf', { count: line.hours });
  return (
    <li className={line.struck === null ? 'wrap' : 'wrap dim'}>
      <span className="grow team-person">
        <span>{course}</span>
        <span className="small dim" dir="auto">
          {[t('team.line', { day, hours }), line.provider, line.evidence].filter((part) => part !== '').join(' · ')}
        </span>
        {line.struck !== null && <Note>{t('team.struck', { reason: line.struck.reason })}</Note>}
      </span>
      {onStrike && (
        <Button size="compact-md" variant="subtle" aria-label={t('team.strikeOf', { course, day })} onClick={onStrike}>
          {t('team.strike')}
        </Button>
      )}
    </li>
  );
}

function StrikeDialog({ line, onClose }: { line: StoredCompletion; onClose: () => void }) {
  const t = useText();
  const strike = useWrite('training.strike');
  const go = async (reason: string): Promise<void> => {
    if ((await strike.run({ completionId: line.id, basedOn: line.revision, reason })).ok) onClose();
  };
  return (
    <ReasonDialog
      question={t('team.strikeAsk')}
      cancel={t('team.strikeKeep')}
      confirm={t('team.strike')}
      isRunning={strike.isRunning}
      error={strike.error}
      onCancel={onClose}
      onConfirm={(reason) => void go(reason)}
    >
      <p>{t('team.strikeSays')}</p>
    </ReasonDialog>
  );
}
