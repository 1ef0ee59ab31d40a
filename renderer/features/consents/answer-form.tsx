// The form of an answer. Nothing is chosen and nobody counts as asked to begin with.
import { Button, Checkbox, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Choice } from '#shared/contract/bridge';
import { ChoiceHandle, type RecordId } from '#shared/ids';
import { REPLY_NOTE_LIMIT, ReplyAnswer } from '#shared/packages/reply';
import type { StickAfterwards } from '#shared/records/export-package';
import { useTask } from '../../api/use-vault.ts';
import { useBridge } from '../../bridge.tsx';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Phases } from '../../ui/phases.tsx';
import { Note, Ok } from '../../ui/status-words.tsx';

interface AnswerFormProps {
  readonly receivedPackageId: RecordId;
  readonly pronouns: Pronouns;
}

export function AnswerForm({ receivedPackageId, pronouns }: AnswerFormProps) {
  const t = useText();
  const write = useTask('sentReply.write');
  const [answer, setAnswer] = useState<ReplyAnswer | null>(null);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const [folder, setFolder] = useState<Choice | null>(null);
  if (write.value) return <Done fileName={write.value.reply.fileName} stick={write.value.stick} />;
  const run = (): void => {
    if (answer === null || folder === null) return;
    void write.start({ receivedPackageId, answer, note, asked, folder: ChoiceHandle.parse(folder.handle) });
  };
  return (
    <div className="stack one-column">
      <p className="dim">{t('received.answerLead')}</p>
      <Radio.Group
        label={t('received.answerWhich')}
        value={answer ?? ''}
        onChange={(value) => setAnswer(ReplyAnswer.parse(value))}
      >
        <div className="stack answer-choices">
          {ReplyAnswer.options.map((one) => (
            <Radio key={one} value={one} label={t(`received.answers.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t('received.answerNote')}
        description={t('received.answerNoteHint')}
        autosize
        minRows={2}
        dir="auto"
        maxLength={REPLY_NOTE_LIMIT}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Checkbox
        label={t('received.answerAsked', pronouns)}
        checked={asked}
        onChange={(event) => setAsked(event.currentTarget.checked)}
      />
      <ChooseFolder folder={folder} onFolder={setFolder} />
      {write.isRunning && (
        <Phases
          phases={[{ id: 'writing', label: t('received.answerWriting') }]}
          progress={write.progress}
          onStop={write.stop}
        />
      )}
      {write.error && <ErrorSentence error={write.error} />}
      <div className="row">
        <Button loading={write.isRunning} disabled={answer === null || !asked || folder === null} onClick={run}>
          {t('received.answerWrite')}
        </Button>
      </div>
    </div>
  );
}

function ChooseFolder({ folder, onFolder }: { folder: Choice | null; onFolder: (folder: Choice) => void }) {
  const t = useText();
  const bridge = useBridge();
  return (
    <div className="row wrap">
      <Button
        variant="default"
        onClick={() => void bridge.choose('package-folder').then((choice) => choice && onFolder(choice))}
      >
        {t('sharing.chooseFolder')}
      </Button>
      {folder && <span dir="auto">{t('sharing.folder', { name: folder.name })}</span>}
    </div>
  );
}

function Done({ fileName, stick }: { fileName: string; stick: StickAfterwards }) {
  const t = useText();
  const words = {
    'not-a-stick': t('received.answerDone', { name: fileName }),
    'safe-to-remove': t('sharing.safe'),
    'saved-still-in-use': t('sharing.inUse'),
    'gone-before-safe': t('sharing.gone'),
  }[stick];
  return <div role="status">{stick === 'gone-before-safe' ? <Note>{words}</Note> : <Ok>{words}</Ok>}</div>;
}
