// Two people at one desk: what goes and what stays, read together, then the second one signs with a passphrase of her own.
import { Button, NativeSelect } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import type { Certificate, ErasureReason } from '#shared/records/retention';
import { SHARED_DAYS } from '#shared/records/retention-rules';
import type { StaffListed } from '#shared/records/staff-member';
import { useRead, useTask } from '../api/use-vault.ts';
import { useSession } from '../session/session-gate.tsx';
import { PassphraseField } from '../session/passphrase-field.tsx';
import { useText } from '../text.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Note } from '../ui/status-words.tsx';
import './erase-form.css';

interface EraseFormProps {
  readonly cases: readonly { readonly caseFileId: CaseFileId; readonly caseNumber: string }[];
  readonly reason: ErasureReason;
  readonly onLeave: () => void;
  readonly onDone: (certificates: readonly Certificate[]) => void;
}

export function EraseForm(props: EraseFormProps) {
  const t = useText();
  const { person } = useSession();
  const staff = useRead('staffMember.list', {});
  const rules = useRead('retention.rules', {});
  const others = (staff.value ?? []).filter(({ id, disabledAt }) => disabledAt === null && id !== person.id);
  return (
    <Sheet title={t('retention.sign')} end={props.cases.map(({ caseNumber }) => caseNumber).join(', ')}>
      <div className="stack">
        <p>{t('retention.signLead')}</p>
        <WhatFollows sharedDays={rules.value?.SHARED ?? SHARED_DAYS} />
        {staff.error && <ErrorSentence error={staff.error} />}
        {staff.value && others.length === 0 && <Note>{t('retention.secondNone')}</Note>}
        {others.length === 0 ? (
          <div>
            <Button variant="default" onClick={props.onLeave}>
              {t('retention.leave')}
            </Button>
          </div>
        ) : (
          <Signature {...props} others={others} />
        )}
      </div>
    </Sheet>
  );
}

function WhatFollows({ sharedDays }: { sharedDays: number }) {
  const t = useText();
  return (
    <div className="stack">
      <div>
        <h3>{t('retention.goes')}</h3>
        <ul className="erase-list">
          <li>{t('retention.goesAll')}</li>
          <li>{t('retention.goesPairs')}</li>
          <li>{t('retention.goesNever')}</li>
        </ul>
      </div>
      <div>
        <h3>{t('retention.stays')}</h3>
        <ul className="erase-list">
          <li>{t('retention.staysStub')}</li>
          <li>{t('retention.staysShared', { count: sharedDays })}</li>
          <li>{t('retention.staysHistory')}</li>
          <li>{t('retention.staysElsewhere')}</li>
        </ul>
      </div>
    </div>
  );
}

function Signature({ cases, reason, onLeave, onDone, others }: EraseFormProps & { others: readonly StaffListed[] }) {
  const t = useText();
  const run = useTask('retention.run');
  const [signInName, setSignInName] = useState(others[0]?.signInName ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [isShown, setShown] = useState(false);
  const name = others.find((one) => one.signInName === signInName)?.name ?? '';
  const isWrong = run.error?.code === 'wrong-passphrase';
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (passphrase === '' || run.isRunning) return;
    const caseFileIds = cases.map(({ caseFileId }) => caseFileId);
    const result = await run.start({ caseFileIds, reason, second: { signInName, passphrase } });
    setPassphrase('');
    if (result.ok) onDone(result.value);
  };
  return (
    <form className="stack erase-form" onSubmit={(event) => void submit(event)}>
      <NativeSelect
        label={t('retention.second')}
        value={signInName}
        data={others.map((one) => ({ value: one.signInName, label: one.name }))}
        onChange={(event) => setSignInName(event.currentTarget.value)}
      />
      <PassphraseField
        id="second-passphrase"
        label={t('retention.passphrase', { name })}
        description={t('retention.lookAway')}
        value={passphrase}
        onType={setPassphrase}
        isShown={isShown}
        onShow={setShown}
        error={isWrong ? t('retention.passphraseWrong', { name }) : undefined}
      />
      {run.error && !isWrong && <ErrorSentence error={run.error} />}
      <div className="row wrap">
        <Button variant="default" disabled={run.isRunning} onClick={onLeave}>
          {t('retention.leave')}
        </Button>
        <Button type="submit" loading={run.isRunning} disabled={passphrase === ''}>
          {t('retention.now')}
        </Button>
        <span className="small dim" role="status">
          {run.isRunning && t('retention.running')}
        </span>
      </div>
    </form>
  );
}
