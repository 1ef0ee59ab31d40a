// Keeping a package: into which case, and which of its files come along. A new case gets a name that is typed
// here, after a look at who may be here already.
import { Button, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId, ChoiceHandle } from '#shared/ids';
import type { OpenedWith, ReceivedPreview, StoredReceivedPackage } from '#shared/records/received-package';
import { useStopWhenLeft } from '../../api/stop-when-left.ts';
import { useTask } from '../../api/use-vault.ts';
import { SimilarNames } from '../../case/similar-names.tsx';
import { PickCase } from '../../case/pick-case.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { BringFiles, Keeping } from './bring-files.tsx';

interface KeepProps {
  readonly found: ReceivedPreview;
  readonly chosen: { readonly file: ChoiceHandle; readonly openWith: OpenedWith };
  readonly wordsCompared: boolean;
  readonly onKept: (one: StoredReceivedPackage) => void;
  readonly onLeave: () => void;
}

export function KeepReceived({ found, chosen, wordsCompared, onKept, onLeave }: KeepProps) {
  const t = useText();
  const keep = useTask('receivedPackage.keep');
  const [place, setPlace] = useState<'case' | 'new'>('case');
  const [caseFileId, setCase] = useState<CaseFileId | null>(null);
  const [nameUsed, setName] = useState('');
  // None to begin with: the least is kept, and each one more is chosen.
  const [coming, setComing] = useState<readonly string[]>([]);
  useStopWhenLeft(keep.stop);
  const into =
    place === 'new'
      ? nameUsed.trim() === ''
        ? null
        : { as: place, nameUsed: nameUsed.trim() }
      : caseFileId === null
        ? null
        : { as: place, caseFileId };
  const files = found.files.flatMap(({ name, title, mayCome }) =>
    mayCome && title !== null && coming.includes(name) ? [{ name, title }] : [],
  );
  const run = async (): Promise<void> => {
    if (into === null) return;
    const result = await keep.start({ ...chosen, sha256: found.sha256, into, files, wordsCompared });
    if (result.ok) onKept(result.value);
  };
  const pick = (picked: CaseFileId): void => {
    setCase(picked);
    setPlace('case');
  };
  const about = keep.error?.facts?.['file'];
  return (
    <Sheet title={t('received.keepTitle')}>
      <div className="stack one-column">
        <p>{t('received.keepLead')}</p>
        <Radio.Group
          label={t('received.into')}
          value={place}
          onChange={(value) => setPlace(value === 'new' ? 'new' : 'case')}
        >
          <div className="row wrap">
            <Radio value="case" label={t('received.intoCase')} />
            <Radio value="new" label={t('received.intoNew')} />
          </div>
        </Radio.Group>
        {place === 'case' ? (
          <PickCase value={caseFileId} onValue={setCase} />
        ) : (
          <>
            <SimilarNames name={nameUsed.trim()} told={nameIn(found)} onPick={pick} />
            <TextInput
              label={t('received.newName')}
              description={t('received.newNameHint')}
              value={nameUsed}
              maxLength={200}
              dir="auto"
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </>
        )}
        <BringFiles found={found} coming={coming} onComing={setComing} />
        {keep.isRunning && <Keeping progress={keep.progress} onStop={keep.stop} withFiles={files.length > 0} />}
        {keep.error && <ErrorSentence error={keep.error} />}
        {keep.error && typeof about === 'string' && <p>{t('received.ofFile', { name: about })}</p>}
        <div className="row wrap">
          <Button variant="subtle" disabled={keep.isRunning} onClick={onLeave}>
            {t('received.leave')}
          </Button>
          <Button loading={keep.isRunning} disabled={into === null} onClick={() => void run()}>
            {t('received.keep')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

/** The name they tell, if they do: not to be taken over, but to see whether this person is here already. */
const nameIn = ({ sections }: ReceivedPreview): string =>
  sections
    .find(({ category }) => category === 'NAME')
    ?.rows[0]?.value.slice(0, 200)
    .trim() ?? '';
