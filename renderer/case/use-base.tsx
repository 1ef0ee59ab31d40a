// The saved state that somebody's writing builds on. When a colleague saved in between, it says so and lets the writer
// choose: nobody's words are overwritten in silence, and nobody's words are lost.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { timeOfDay } from '../dates.ts';
import { useText } from '../text.ts';
import { IconPencil } from '../ui/icons.ts';
import type { RevisionMark } from '#shared/records/revision-mark';

type Mark = Pick<RevisionMark, 'revision' | 'savedAt' | 'savedBy'>;

export interface Base {
  /** Goes into `basedOn`; 0 for a record that does not exist yet. */
  readonly revision: number;
  /** After a save of one's own, or when the writer has chosen. */
  readonly setRevision: (revision: number) => void;
}

/** What was saved when the page was opened; it stays, whatever is saved meanwhile. */
export function useBase(saved: Mark | null): Base {
  const [revision, setRevision] = useState(saved?.revision ?? 0);
  return { revision, setRevision };
}

interface BehindBarProps {
  readonly saved: Mark;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
}

/** Show it when the saved record has another revision than the base. */
export function BehindBar({ saved, onKeepMine, onTakeTheirs }: BehindBarProps) {
  const t = useText();
  const time = timeOfDay(saved.savedAt);
  return (
    <section className="sunk-bar wrap" role="status">
      <IconPencil size={20} aria-hidden />
      <p className="grow">
        {saved.savedBy ? t('intake.behindBy', { name: saved.savedBy.name, time }) : t('intake.behind', { time })}
      </p>
      <Button size="compact-md" variant="default" onClick={onTakeTheirs}>
        {t('intake.takeSaved')}
      </Button>
      <Button size="compact-md" variant="default" onClick={onKeepMine}>
        {t('intake.keepMine')}
      </Button>
    </section>
  );
}
