// Which files of a package come along, and how far taking them in has come.
import { Checkbox } from '@mantine/core';
import type { Progress } from '#shared/contract/operation';
import type { ReceivedPreview } from '#shared/records/received-package';
import { useText } from '../../text.ts';
import { Phases } from '../../ui/phases.tsx';

interface BringProps {
  readonly found: ReceivedPreview;
  /** Names of those that come along. */
  readonly coming: readonly string[];
  readonly onComing: (coming: readonly string[]) => void;
}

export function BringFiles({ found, coming, onComing }: BringProps) {
  const t = useText();
  const offered = found.files.filter(({ mayCome }) => mayCome);
  if (offered.length === 0) return <p className="dim">{t('received.noFiles')}</p>;
  return (
    <Checkbox.Group
      label={t('received.bringFiles')}
      description={t('received.bringFilesHint')}
      value={[...coming]}
      onChange={onComing}
    >
      <div className="stack">
        {offered.map(({ name, title }) => (
          <Checkbox
            key={name}
            value={name}
            label={
              <>
                <bdi>{title}</bdi> ({name})
              </>
            }
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

interface KeepingProps {
  readonly progress: Progress | null;
  readonly onStop: () => void;
  readonly withFiles: boolean;
}

export function Keeping({ progress, onStop, withFiles }: KeepingProps) {
  const t = useText();
  const phases = [
    { id: 'reading', label: t('received.reading') },
    { id: 'checking', label: t('received.checking') },
    ...(withFiles ? [{ id: 'files', label: t('received.files') }] : []),
    { id: 'keeping', label: t('received.keeping') },
  ];
  return <Phases phases={phases} progress={progress} onStop={onStop} />;
}
