// The two gates: whether they hold, whom they hold back or would, and the switch.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { GateState, HeldBack } from '#shared/records/training-gate';
import type { Translate } from '#shared/text/language';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

export function GateSheet() {
  const t = useText();
  const found = useRead('trainingGate.get', {});
  const [isAsking, setAsking] = useState(false);
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const gate = found.value;
  return (
    <Sheet title={t('team.gates')}>
      <div className="stack">
        <p>{stateWords(t, gate)}</p>
        <ul className="gate-says">
          <li>{t('team.gatesRecords')}</li>
          <li>{t('team.gatesMinors')}</li>
        </ul>
        <Held gate={gate} />
        <div>
          <Button variant="default" onClick={() => setAsking(true)}>
            {gate.isOn ? t('team.turnOff') : t('team.turnOn')}
          </Button>
        </div>
      </div>
      {isAsking && <TurnDialog gate={gate} onClose={() => setAsking(false)} />}
    </Sheet>
  );
}

function stateWords(t: Translate, { isOn, since, reason }: GateState): string {
  const day = since === null ? '' : fullDate(dateOf(since));
  if (isOn) return t('team.gatesOn', { day });
  return since === null ? t('team.gatesOff') : t('team.gatesOffOn', { day, reason });
}

function Held({ gate }: { gate: GateState }) {
  const t = useText();
  const title = gate.isOn ? t('team.holds') : t('team.wouldHold');
  if (gate.heldBack.length === 0) return <p className="dim">{t('team.holdsNobody')}</p>;
  return (
    <div>
      <h3>{title}</h3>
      <Rows tight label={title}>
        {gate.heldBack.map((held) => (
          <HeldRow key={held.person.id} held={held} isOn={gate.isOn} />
        ))}
      </Rows>
    </div>
  );
}

function HeldRow({ held: { person, lacking, pastUntil }, isOn }: { held: HeldBack; isOn: boolean }) {
  const t = useText();
  const [isAsking, setAsking] = useState(false);
  const isFromRecords = lacking.some((one) => one === 'AGREEMENT' || one === 'DATA_COURSE');
  return (
    <li className="wrap">
      <span className="grow gate-held">
        <Link href={`/team/${person.id}`} dir="auto">
          {person.name}
        </Link>
        <span className="small dim">{lacking.map((one) => t(`team.lacking.${one}`)).join(', ')}</span>
        {pastUntil !== null && <Note>{t('team.pastUntil', { day: fullDate(pastUntil) })}</Note>}
      </span>
      {isOn && isFromRecords && pastUntil === null && (
        <Button
          size="compact-md"
          variant="default"
          aria-label={t('team.letPastOf', { name: person.name })}
          onClick={() => setAsking(true)}
        >
          {t('team.letPast')}
        </Button>
      )}
      {isAsking && <LetPastDialog person={person} onClose={() => setAsking(false)} />}
    </li>
  );
}

function LetPastDialog({ person: { id, name }, onClose }: { person: HeldBack['person']; onClose: () => void }) {
  const t = useText();
  const letPast = useWrite('trainingGate.letPast');
  const go = async (reason: string): Promise<void> => {
    if ((await letPast.run({ staffMemberId: id, reason })).ok) onClose();
  };
  return (
    <ReasonDialog
      question={t('team.letPastAsk', { name })}
      cancel={t('team.letPastKeep')}
      confirm={t('team.letPast')}
      isRunning={letPast.isRunning}
      error={letPast.error}
      onCancel={onClose}
      onConfirm={(reason) => void go(reason)}
    >
      <p>{t('team.letPastSays', { name })}</p>
    </ReasonDialog>
  );
}

function TurnDialog({ gate, onClose }: { gate: GateState; onClose: () => void }) {
  const t = useText();
  const turn = useWrite('trainingGate.turn');
  const go = async (reason: string): Promise<void> => {
    if ((await turn.run({ basedOn: gate.revision, isOn: !gate.isOn, reason })).ok) onClose();
  };
  if (gate.isOn)
    return (
      <ReasonDialog
        question={t('team.turnOffAsk')}
        cancel={t('team.turnOffKeep')}
        confirm={t('team.turnOff')}
        isRunning={turn.isRunning}
        error={turn.error}
        onCancel={onClose}
        onConfirm={(reason) => void go(reason)}
      >
        <p>{t('team.turnOffSays')}</p>
      </ReasonDialog>
    );
  return (
    <ConfirmDialog
      isOpen
      question={t('team.turnOnAsk')}
      cancel={t('team.turnOnKeep')}
      confirm={t('team.turnOn')}
      isRunning={turn.isRunning}
      onCancel={onClose}
      onConfirm={() => void go('')}
    >
      <p>{t('team.turnOnSays')}</p>
      <Held gate={{ ...gate, isOn: false }} />
      {turn.error && <ErrorSentence error={turn.error} />}
    </ConfirmDialog>
  );
}
