// One's own key file: what it is for, making it, and afterwards a second copy, a new one, or an end of it.
import { Checkbox, Radio } from '@mantine/core';
import { useState } from 'react';
import type { OwnKeyFile } from '#shared/records/key-file';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Ok } from '../../ui/status-words.tsx';
import { Verdict } from '../../ui/verdict.tsx';
import { type Done, KeyFileForm } from './key-file-form.tsx';
import { BackToSafekeeping, WayOut } from './way-out.tsx';
import './safekeeping.css';

export function KeyFilePage() {
  const t = useText();
  const own = useRead('keyFile.state', {});
  const [done, setDone] = useState<Done | null>(null);
  return (
    <>
      <PageHead title={t('keyFile.title')} fact={t('keyFile.fact')} actions={done === null && <BackToSafekeeping />} />
      <div className="keep-own">
        {own.error && <ErrorSentence error={own.error} />}
        {done !== null ? (
          <Outcome done={done} />
        ) : (
          own.value &&
          (own.value.state === 'none' ? <Begin onDone={setDone} /> : <InUse own={own.value} onDone={setDone} />)
        )}
      </div>
    </>
  );
}

function Outcome({ done: { act, stick } }: { done: Done }) {
  const t = useText();
  const said = { make: 'made', renew: 'made', copy: 'copied', stop: 'stopped' } as const;
  const words = said[act];
  return (
    <Verdict
      good
      outcome={t(`keyFile.${words}`)}
      consequence={t(`keyFile.${words}Says`)}
      foot={
        <div className="stack">
          {stick === 'safe-to-remove' && <Ok>{t('keyFile.ending.safe-to-remove')}</Ok>}
          {stick !== null && stick !== 'safe-to-remove' && <Note>{t(`keyFile.ending.${stick}`)}</Note>}
          <WayOut />
        </div>
      }
    />
  );
}

function Begin({ onDone }: { onDone: (done: Done) => void }) {
  const t = useText();
  return (
    <>
      <WhatFor />
      <Sheet title={t('keyFile.makeTitle')}>
        <KeyFileForm act="make" onDone={onDone} />
      </Sheet>
    </>
  );
}

function WhatFor() {
  const t = useText();
  const { person } = useSession();
  return (
    <Sheet title={t('keyFile.forTitle')}>
      <div className="stack keep-says">
        <p>{t('keyFile.forWhat')}</p>
        <p>{t('keyFile.forLost')}</p>
        {person.role === 'director' && <OnlyDirector />}
        <p>{t('keyFile.forWhere')}</p>
        <p className="dim">{t('keyFile.forEach')}</p>
      </div>
    </Sheet>
  );
}

/** Nobody else could give her a new passphrase. */
function OnlyDirector() {
  const t = useText();
  const staff = useRead('staffMember.list', {});
  const directors = staff.value?.filter(({ role, disabledAt }) => role === 'director' && disabledAt === null);
  return directors?.length === 1 && <p>{t('keyFile.forAlone')}</p>;
}

type InUseState = Extract<OwnKeyFile, { state: 'in-use' }>;
const acts = ['copy', 'renew', 'stop'] as const;

function InUse({ own, onDone }: { own: InUseState; onDone: (done: Done) => void }) {
  const t = useText();
  const [act, setAct] = useState<(typeof acts)[number]>('copy');
  return (
    <>
      <Sheet title={t('keyFile.inUse')}>
        <div className="stack">
          <Ok>
            {own.since === null ? t('keyFile.sinceUnknown') : t('keyFile.since', { day: fullDate(dateOf(own.since)) })}
          </Ok>
          <p className="dim keep-says">{t('keyFile.forLost')}</p>
          <WhenTakenOut own={own} />
        </div>
      </Sheet>
      <Sheet title={t('keyFile.change')}>
        <div className="stack">
          <Radio.Group
            value={act}
            onChange={(next) => setAct(acts.find((one) => one === next) ?? act)}
            aria-label={t('keyFile.change')}
          >
            <div className="keep-roles">
              {acts.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={t(`keyFile.act.${one}`)}
                  description={t(`keyFile.actHint.${one}`)}
                />
              ))}
            </div>
          </Radio.Group>
          <p className="dim">{t('keyFile.plugIn')}</p>
          <KeyFileForm key={act} act={act} onDone={onDone} />
        </div>
      </Sheet>
    </>
  );
}

function WhenTakenOut({ own }: { own: InUseState }) {
  const t = useText();
  const save = useWrite('keyFile.setLock');
  return (
    <>
      <Checkbox
        label={t('keyFile.locks')}
        description={t('keyFile.locksHint')}
        checked={own.locksWhenGone}
        disabled={save.isRunning}
        onChange={(event) => void save.run({ locksWhenGone: event.currentTarget.checked })}
      />
      {save.error && <ErrorSentence error={save.error} />}
    </>
  );
}
