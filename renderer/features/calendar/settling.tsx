// A task that was done or let go, from any list of the calendar, and the way back while the page is open.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AgendaItem } from '#shared/records/calendar';
import type { StoredTask } from '#shared/records/task';
import { useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';

export interface Settling {
  readonly last: StoredTask | null;
  readonly isRunning: boolean;
  readonly error: ReturnType<typeof useWrite<'task.change'>>['error'];
  readonly settle: (item: AgendaItem, status: 'DONE' | 'LET_GO') => void;
  readonly undo: () => void;
}

export function useSettling(): Settling {
  const change = useWrite('task.change');
  const [last, setLast] = useState<StoredTask | null>(null);
  const to = async (taskId: StoredTask['id'], basedOn: number, status: StoredTask['status']): Promise<void> => {
    const result = await change.run({ taskId, basedOn, change: { status } });
    if (result.ok) setLast(status === 'OPEN' ? null : result.value);
  };
  return {
    last,
    isRunning: change.isRunning,
    error: change.error,
    settle: ({ recordId, revision }, status) => void to(recordId, revision ?? 0, status),
    undo: () => void (last && to(last.id, last.revision, 'OPEN')),
  };
}

export function Settled({ settling: { last, error, isRunning, undo } }: { settling: Settling }) {
  const t = useText();
  return (
    <div role="status">
      {error && <ErrorSentence error={error} />}
      {last && (
        <div className="sunk-bar settled">
          <p className="grow" dir="auto">
            {t(last.status === 'DONE' ? 'calendar.wasDone' : 'calendar.wasLetGo', { words: last.words })}
          </p>
          <Button size="compact-md" variant="default" disabled={isRunning} onClick={undo}>
            {t('calendar.undo')}
          </Button>
        </div>
      )}
    </div>
  );
}
