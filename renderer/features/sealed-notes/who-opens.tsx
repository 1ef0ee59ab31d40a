// Who opens sealed notes in this house. Counsellors let each other in; a director can take somebody out and never let anybody in.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CompartmentState } from '#shared/records/compartment';
import type { StaffRef } from '#shared/records/revision-mark';
import { useWrite } from '../../api/use-vault.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { Note, Ok, Stop } from '../../ui/status-words.tsx';

interface Asked {
  readonly act: 'letIn' | 'takeOut';
  readonly person: StaffRef;
}

export function WhoOpens({ compartment }: { compartment: CompartmentState }) {
  const t = useText();
  const { person: me } = useSession();
  const { members, others, isMember, changed } = compartment;
  const letIn = useWrite('compartment.letIn');
  const isChanged = (id: string): boolean => changed.some((one) => one.id === id);
  const [asked, setAsked] = useState<Asked | null>(null);
  const mayTakeOut = members.length > 1 && (isMember || me.role === 'director');
  return (
    <Sheet flush title={t('sealedNotes.who')}>
      <p className="rows-more small dim">{t('sealedNotes.whoNote')}</p>
      <Rows label={t('sealedNotes.who')}>
        {members.map((person) => (
          <li key={person.id} className="wrap">
            <b className="grow" dir="auto">
              {person.name}
            </b>
            {person.id === me.id && <span className="dim small">{t('sealedNotes.you')}</span>}
            {isChanged(person.id) && (
              <>
                <Stop>{t('sealedNotes.changed')}</Stop>
                <Button
                  size="compact-md"
                  variant="default"
                  aria-label={t('sealedNotes.putKeyRightOf', { name: person.name })}
                  loading={letIn.isRunning}
                  onClick={() => void letIn.run({ staffMemberId: person.id })}
                >
                  {t('sealedNotes.putKeyRight')}
                </Button>
              </>
            )}
            {mayTakeOut && (
              <Button
                size="compact-md"
                variant="default"
                aria-label={t('sealedNotes.takeOutOf', { name: person.name })}
                onClick={() => setAsked({ act: 'takeOut', person })}
              >
                {t('sealedNotes.takeOut')}
              </Button>
            )}
          </li>
        ))}
        {isMember &&
          others.map((person) => (
            <li key={person.id}>
              <span className="grow dim" dir="auto">
                {person.name}
              </span>
              <Button
                size="compact-md"
                variant="default"
                aria-label={t('sealedNotes.letInOf', { name: person.name })}
                onClick={() => setAsked({ act: 'letIn', person })}
              >
                {t('sealedNotes.letIn')}
              </Button>
            </li>
          ))}
      </Rows>
      {letIn.error && <ErrorSentence error={letIn.error} />}
      <CodeStands compartment={compartment} />
      {asked && <AskDialog asked={asked} onClose={() => setAsked(null)} />}
    </Sheet>
  );
}

/** Whether there is a way back, said also when there is none. */
function CodeStands({ compartment }: { compartment: CompartmentState }) {
  const { recoveryCode, isMember, codeChanged } = compartment;
  const t = useText();
  const seal = useWrite('compartment.sealToCode');
  const words = t(`sealedNotes.code.${recoveryCode}`);
  return (
    <div className="rows-more stack small">
      {codeChanged && <Stop>{t('sealedNotes.codeChanged')}</Stop>}
      {!codeChanged && (recoveryCode === 'sealed' ? <Ok>{words}</Ok> : <Note>{words}</Note>)}
      {(recoveryCode === 'new-code' || codeChanged) && isMember && (
        <>
          <p className="dim">{t('sealedNotes.sealToCodeSays')}</p>
          <div>
            <Button size="compact-md" variant="default" loading={seal.isRunning} onClick={() => void seal.run({})}>
              {t(codeChanged ? 'sealedNotes.putKeyRight' : 'sealedNotes.sealToCode')}
            </Button>
          </div>
        </>
      )}
      {seal.error && <ErrorSentence error={seal.error} />}
    </div>
  );
}

function AskDialog({ asked: { act, person }, onClose }: { asked: Asked; onClose: () => void }) {
  const t = useText();
  const letIn = useWrite('compartment.letIn');
  const takeOut = useWrite('compartment.takeOut');
  const isIn = act === 'letIn';
  const { name, id: staffMemberId } = person;
  const { run, isRunning, error } = isIn ? letIn : takeOut;
  const confirm = async (): Promise<void> => {
    if ((await run({ staffMemberId })).ok) onClose();
  };
  return (
    <ConfirmDialog
      isOpen
      question={t(isIn ? 'sealedNotes.letInAsk' : 'sealedNotes.takeOutAsk', { name })}
      cancel={isIn ? t('sealedNotes.letInNot') : t('sealedNotes.takeOutKeep', { name })}
      confirm={t(isIn ? 'sealedNotes.letInOf' : 'sealedNotes.takeOutOf', { name })}
      isRunning={isRunning}
      onCancel={onClose}
      onConfirm={() => void confirm()}
    >
      <p>{t(isIn ? 'sealedNotes.letInSays' : 'sealedNotes.takeOutSays', { name })}</p>
      {error && <ErrorSentence error={error} />}
    </ConfirmDialog>
  );
}
