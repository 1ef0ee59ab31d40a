// Who interprets. Only who may be offered is on the list; her yes and her word about ties come before anybody speaks.
import { Button, NativeSelect, Radio } from '@mantine/core';
import { useState } from 'react';
import type { StoredConversation } from '#shared/records/conversation';
import { Tied } from '#shared/records/conversation';
import { TieKind } from '#shared/records/interpreter';
import { useRead, useWrite } from '../../api/use-vault.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { EmergencyForm } from './emergency-form.tsx';
import { StopUnsafe, type Stopped } from './stop-unsafe.tsx';
import type { TalkDraft } from './talk-draft.ts';

interface InterpreterSheetProps {
  readonly conversation: StoredConversation;
  readonly talk: TalkDraft;
  readonly pronouns: Pronouns;
  readonly onStopped: (stopped: Stopped) => void;
}

export function InterpreterSheet({ conversation, talk, pronouns, onStopped }: InterpreterSheetProps) {
  const t = useText();
  const all = useRead('interpreter.list', {});
  const { interpreter } = conversation;
  if (interpreter === null) return <Choosing conversation={conversation} pronouns={pronouns} />;
  const name = interpreter.how === 'VETTED' ? all.value?.find(({ id }) => id === interpreter.interpreterId)?.name : '';
  return (
    <Sheet title={t('interpreters.sheet')}>
      <div className="stack">
        <p dir="auto">
          {interpreter.how === 'VETTED'
            ? t('interpreters.withNow', { name: name ?? '' })
            : t('interpreters.withEmergency', { who: t(`interpreters.someone.${interpreter.who}`) })}
        </p>
        <StopUnsafe conversation={conversation} talk={talk} onStopped={onStopped} />
      </div>
    </Sheet>
  );
}

type Conflict = Record<TieKind, Tied>;
const nothingAsked: Conflict = {
  COMMUNITY: 'NOT_ASKED',
  FAMILY: 'NOT_ASKED',
  EMPLOYER: 'NOT_ASKED',
  NETWORK: 'NOT_ASKED',
};

function Choosing({ conversation, pronouns }: Pick<InterpreterSheetProps, 'conversation' | 'pronouns'>) {
  const t = useText();
  const { caseFileId, id: conversationId, revision: basedOn } = conversation;
  const offered = useRead('interpreter.offered', { caseFileId });
  const use = useWrite('conversation.useInterpreter');
  const [id, setId] = useState('');
  const [approved, setApproved] = useState<Tied>('NOT_ASKED');
  const [conflict, setConflict] = useState(nothingAsked);
  const chosen = offered.value?.find((one) => one.id === id);
  const begin = (): void => {
    if (chosen === undefined || use.isRunning) return;
    void use.run({ conversationId, basedOn, use: { how: 'VETTED', interpreterId: chosen.id, approved, conflict } });
  };
  const list = offered.value ?? [];
  return (
    <Sheet title={t('interpreters.sheet')}>
      <div className="stack">
        {offered.error && <ErrorSentence error={offered.error} />}
        {list.length === 0 ? (
          <p className="dim">{t('interpreters.nobodyOffered')}</p>
        ) : (
          <NativeSelect
            label={t('interpreters.who')}
            data={[
              { value: '', label: t('interpreters.nobody') },
              ...list.map((one) => ({ value: one.id, label: [one.name, ...one.languages].join(', ') })),
            ]}
            value={id}
            onChange={(event) => setId(event.currentTarget.value)}
          />
        )}
        {chosen && (
          <>
            {chosen.ties.length > 0 && (
              <p className="small" dir="auto">
                {t('interpreters.tiesKnown', { ties: chosen.ties.map(({ words }) => words).join(', ') })}
              </p>
            )}
            <TieQuestion label={t('interpreters.approved', pronouns)} value={approved} onValue={setApproved} />
            <p className="field-label">{t('interpreters.conflict', pronouns)}</p>
            {TieKind.options.map((kind) => (
              <TieQuestion
                key={kind}
                label={t(`interpreters.conflicts.${kind}`, pronouns)}
                value={conflict[kind]}
                onValue={(value) => setConflict({ ...conflict, [kind]: value })}
              />
            ))}
            {use.error && <ErrorSentence error={use.error} />}
            <div>
              <Button variant="default" loading={use.isRunning} onClick={begin}>
                {t('interpreters.begin')}
              </Button>
            </div>
          </>
        )}
        <EmergencyForm conversation={conversation} />
      </div>
    </Sheet>
  );
}

interface TieQuestionProps {
  readonly label: string;
  readonly value: Tied;
  readonly onValue: (value: Tied) => void;
}

function TieQuestion({ label, value, onValue }: TieQuestionProps) {
  const t = useText();
  return (
    <Radio.Group label={label} value={value} onChange={(next) => onValue(Tied.parse(next))}>
      <div className="choices">
        {Tied.options.map((answer) => (
          <Radio key={answer} value={answer} label={t(`interpreters.answer.${answer}`)} />
        ))}
      </div>
    </Radio.Group>
  );
}
