// One thing that is kept: what it is, where it lies, both who said yes, and what can be done with it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ShownThing } from '#shared/records/kept-thing';
import { isQuiet } from '#shared/records/kept-thing';
import { fullDate } from '../../dates.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { Note } from '../../ui/status-words.tsx';
import { GiveBack } from '../../case/give-back.tsx';
import { Move, TalkOver } from './thing-acts.tsx';

type Act = 'move' | 'talk' | 'giveBack';
const forms = { move: Move, talk: TalkOver, giveBack: GiveBack } as const;

export function ThingRow({ thing }: { thing: ShownThing }) {
  const [act, setAct] = useState<Act | null>(null);
  const Form = act === null ? null : forms[act];
  return (
    <li className="house-thing">
      <ThingWords thing={thing} />
      {thing.givenBack === null && Form === null && <Acts thing={thing} onAct={setAct} />}
      {Form && <Form thing={thing} onDone={() => setAct(null)} />}
    </li>
  );
}

function ThingWords({ thing }: { thing: ShownThing }) {
  const t = useText();
  const { what, place, kind, device, takenIn, givenBack } = thing;
  const signed = ({ on, by, yes }: ShownThing['takenIn']) => ({
    name: by?.name ?? t('things.somebody'),
    date: fullDate(on),
    how: t(`things.how.${yes}`),
  });
  return (
    <div className="house-words">
      <b dir="auto">{what}</b>
      <span className="small dim">{device ? t(`things.types.${device.type}`) : t(`things.kinds.${kind}`)}</span>
      {givenBack === null && <span>{t('things.lies', { place: `\u2068${place}\u2069` })}</span>}
      {device && givenBack === null && <DeviceWords device={device} place={place} />}
      <span className="small dim">{t('things.takenIn', signed(takenIn))}</span>
      {givenBack && (
        <span className="small">
          {givenBack.to === ''
            ? t('things.givenBack', signed(givenBack))
            : t('things.handedTo', { ...signed(givenBack), to: `\u2068${givenBack.to}\u2069` })}
        </span>
      )}
    </div>
  );
}

function DeviceWords({ device, place }: { device: NonNullable<ShownThing['device']>; place: string }) {
  const t = useText();
  const { state, talked } = device;
  return (
    <>
      <span>{t(`things.states.${state}`)}</span>
      <Note>{t(isQuiet(state) ? 'things.word.off' : 'things.word.on', { place: `\u2068${place}\u2069` })}</Note>
      {talked === null && <span className="small dim">{t('things.sealedTalk')}</span>}
      {talked && (
        <span className="small">
          {t('things.ifQuiet')} {t(`things.quiets.${talked.ifQuiet}`)}. {t('things.evidence')}{' '}
          {t(`things.evidences.${talked.evidence}`)}.
        </span>
      )}
      {talked && talked.agreed !== '' && <span dir="auto">{talked.agreed}</span>}
    </>
  );
}

function Acts({ thing, onAct }: { thing: ShownThing; onAct: (act: Act) => void }) {
  const t = useText();
  const mayTalk = useMay('keptThing.agree') && thing.device?.talked != null;
  const acts: readonly Act[] = mayTalk ? ['giveBack', 'move', 'talk'] : ['giveBack', 'move'];
  return (
    <div className="row wrap">
      {acts.map((act) => (
        <Button
          key={act}
          size="compact-md"
          variant="default"
          aria-label={t(`things.${act}Of`, { what: thing.what })}
          onClick={() => onAct(act)}
        >
          {t(`things.${act}`)}
        </Button>
      ))}
    </div>
  );
}
