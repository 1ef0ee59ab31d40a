// A conversation that is going on. Her answer about notes comes first; without a yes there is no place to write.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import type { StoredCaseFile } from '#shared/records/case-file';
import type { StoredConversation } from '#shared/records/conversation';
import { mayWriteNotes } from '#shared/records/conversation-rules';
import { CaseFrame } from '../../case/case-frame.tsx';
import { NoteForm } from '../../case/note-form.tsx';
import { ToldSheet } from '../../case/told-sheet.tsx';
import { TogetherTime } from '../../case/together-time.tsx';
import { type NoteDraft, useNoteDraft } from '../../case/use-note-draft.ts';
import { now } from '../../clock.ts';
import { type Pronouns, pronounsFor } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Pause } from '../../ui/pause.tsx';
import { Around } from './around.tsx';
import { Comfort } from './comfort.tsx';
import { ConsentSheet } from './consent-sheet.tsx';
import { EndDialog } from './end-dialog.tsx';
import { InterpreterSheet } from './interpreter-sheet.tsx';
import type { Stopped } from './stop-unsafe.tsx';
import { OpeningSheet } from './opening-sheet.tsx';
import { PromptBank } from './prompt-bank.tsx';
import { type TalkDraft, useTalkDraft } from './talk-draft.ts';

interface TalkingProps {
  readonly caseFileId: CaseFileId;
  readonly conversation: StoredConversation;
  readonly onStopped: (stopped: Stopped) => void;
}

export function Talking({ caseFileId, conversation, onStopped }: TalkingProps) {
  const t = useText();
  const talk = useTalkDraft(conversation);
  const note = useNoteDraft({ kind: 'conversation-note', caseFileId, recordId: conversation.id });
  const [isEnding, setEnding] = useState(false);
  const rest = (): void => talk.rested(now());
  return (
    <CaseFrame
      caseFileId={caseFileId}
      task={t(`notes.kinds.${conversation.purpose}`)}
      actions={() => (
        <>
          <TogetherTime startedAt={conversation.startedAt} restedAt={talk.restedAt} onRest={rest} />
          <Pause onResume={rest} />
          <Button variant="default" onClick={() => setEnding(true)}>
            {t('talk.end')}
          </Button>
        </>
      )}
    >
      {(caseFile) => (
        <>
          {talk.error && <ErrorSentence error={talk.error} />}
          {talk.isReady && (
            <Together
              caseFile={caseFile}
              conversation={conversation}
              talk={talk}
              note={note}
              onStop={() => setEnding(true)}
              onStopped={onStopped}
            />
          )}
          {isEnding && (
            <EndDialog conversation={conversation} talk={talk} note={note} onLeave={() => setEnding(false)} />
          )}
        </>
      )}
    </CaseFrame>
  );
}

interface TogetherProps {
  readonly caseFile: StoredCaseFile;
  readonly conversation: StoredConversation;
  readonly talk: TalkDraft;
  readonly note: NoteDraft;
  readonly onStop: () => void;
  readonly onStopped: (stopped: Stopped) => void;
}

function Together({ caseFile, conversation, talk, note, onStop, onStopped }: TogetherProps) {
  const t = useText();
  const pronouns: Pronouns = pronounsFor(t, caseFile.pronouns);
  const writes = conversation.notesConsent !== 'NO';
  return (
    <div className="talk-columns">
      <div className="stack">
        <ConsentSheet conversation={conversation} talk={talk} note={note} pronouns={pronouns} />
        {mayWriteNotes(conversation) && (
          <NoteForm caseFileId={caseFile.id} pronouns={pronouns} draft={note} conversation={conversation} />
        )}
        {writes && <OpeningSheet talk={talk} pronouns={pronouns} />}
        {writes && <Around talk={talk} />}
      </div>
      <div className="stack">
        {writes && <Comfort talk={talk} pronouns={pronouns} onStop={onStop} />}
        <InterpreterSheet conversation={conversation} talk={talk} pronouns={pronouns} onStopped={onStopped} />
        <ToldSheet caseFileId={caseFile.id} pronouns={pronouns} />
        <PromptBank />
      </div>
    </div>
  );
}
