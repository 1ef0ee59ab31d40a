// Bringing a file in: chosen in the system's dialog or let go of on the sheet, given a title, taken in with its progress shown.
import { Button, Checkbox, TextInput } from '@mantine/core';
import { type DragEvent, type SubmitEvent, useState } from 'react';
import type { Choice } from '#shared/contract/bridge';
import { type CaseFileId, ChoiceHandle } from '#shared/ids';
import { useTask } from '../../api/use-vault.ts';
import { useBridge } from '../../bridge.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Phases } from '../../ui/phases.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Ok } from '../../ui/status-words.tsx';
import { useStopWhenLeft } from '../../api/stop-when-left.ts';

export function AddAttachment({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const add = useTask('attachment.add');
  const [choice, setChoice] = useState<Choice | null>(null);
  const [kept, setKept] = useState<string | null>(null);
  // Whoever leaves the page no longer sees how far it is: nothing goes on behind her back.
  useStopWhenLeft(add.stop);
  const begin = (next: Choice | null): void => {
    if (next === null) return;
    add.forget();
    setKept(null);
    setChoice(next);
  };
  const keep = async (title: string, sealed: boolean): Promise<void> => {
    if (choice === null) return;
    const result = await add.start({ caseFileId, file: ChoiceHandle.parse(choice.handle), title, sealed });
    if (!result.ok) return;
    setChoice(null);
    setKept(sealed ? t('words.isSealed', { thing: t('attachments.sealedThing') }) : title);
  };
  const phases = [
    { id: 'reading', label: t('attachments.reading') },
    { id: 'checking', label: t('attachments.checking') },
  ];
  return (
    <Sheet title={t('attachments.addTitle')}>
      <div className="stack">
        {add.isRunning && <Phases phases={phases} progress={add.progress} onStop={add.stop} />}
        {!add.isRunning && choice === null && <DropPlace onChoice={begin} />}
        {!add.isRunning && choice !== null && (
          <NameIt
            key={choice.handle}
            choice={choice}
            onKeep={(title, sealed) => void keep(title, sealed)}
            onLeave={() => setChoice(null)}
          />
        )}
        {add.error && <ErrorSentence error={add.error} />}
        <div role="status">
          {kept !== null && (
            <>
              <Ok>{t('attachments.kept', { title: kept })}</Ok>
              <p className="small dim">{t('attachments.stillThere')}</p>
            </>
          )}
        </div>
        <p className="small dim">{t('attachments.kinds')}</p>
        <p className="small dim">{t('attachments.cleaned')}</p>
        <p className="small dim">{t('attachments.notHere')}</p>
      </div>
    </Sheet>
  );
}

function DropPlace({ onChoice }: { onChoice: (choice: Choice | null) => void }) {
  const t = useText();
  const bridge = useBridge();
  const [isOver, setOver] = useState(false);
  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onChoice(await bridge.dropped(file, 'attachment'));
  };
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      className={isOver ? 'attachment-drop over' : 'attachment-drop'}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event)}
    >
      <Button onClick={() => void bridge.choose('attachment').then(onChoice)}>{t('attachments.choose')}</Button>
      <span className="dim">{t('attachments.drop')}</span>
    </div>
  );
}

interface NameItProps {
  readonly choice: Choice;
  readonly onKeep: (title: string, sealed: boolean) => void;
  readonly onLeave: () => void;
}

/** "court-letter_2.pdf" → "court letter 2": a beginning for a title, which the person reads before it is kept. */
const firstTitle = (name: string): string =>
  name
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replaceAll(/[_-]+/g, ' ')
    .trim()
    .slice(0, 120);

function NameIt({ choice, onKeep, onLeave }: NameItProps) {
  const t = useText();
  const [title, setTitle] = useState(firstTitle(choice.name));
  const [sealed, setSealed] = useState(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onKeep(title.trim(), sealed);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p>
        <span className="small dim">{t('attachments.chosen')}</span> <span dir="auto">{choice.name}</span>
      </p>
      <TextInput
        label={t('attachments.name')}
        description={t('attachments.nameHint')}
        value={title}
        maxLength={120}
        onChange={(event) => setTitle(event.currentTarget.value)}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        dir="auto"
      />
      <Checkbox
        label={t('attachments.sealedLabel')}
        description={t('attachments.sealedHint')}
        checked={sealed}
        onChange={(event) => setSealed(event.currentTarget.checked)}
      />
      <div className="row wrap">
        <Button variant="default" onClick={onLeave}>
          {t('attachments.leave')}
        </Button>
        <Button type="submit" disabled={title.trim() === ''}>
          {t('attachments.keep')}
        </Button>
      </div>
    </form>
  );
}
