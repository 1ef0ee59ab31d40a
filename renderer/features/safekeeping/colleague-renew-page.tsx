// A new passphrase for a colleague who forgot hers, or lost the stick with her key file. She types it herself.
import { Button } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { StaffListed } from '#shared/records/staff-member';
import { useRead, useTask } from '../../api/use-vault.ts';
import type { PageProps } from '../../route.ts';
import { NewPassphrase } from '../../session/new-passphrase.tsx';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import { Verdict } from '../../ui/verdict.tsx';
import { LastOfSealedNotes } from './access-sheet.tsx';
import { BackToSafekeeping, WayOut } from './way-out.tsx';
import './safekeeping.css';

export function NewPassphrasePage({ params }: PageProps) {
  const t = useText();
  const staff = useRead('staffMember.list', {});
  const person = staff.value?.find(({ id }) => id === params['staffMemberId']);
  const [isGiven, setGiven] = useState(false);
  return (
    <>
      <PageHead
        title={t('safekeeping.renew')}
        fact={t('safekeeping.renewFact')}
        actions={!isGiven && <BackToSafekeeping />}
      />
      <div className="keep-own">
        {staff.error && <ErrorSentence error={staff.error} />}
        {staff.value && person?.disabledAt !== null && <Note>{t('safekeeping.renewGone')}</Note>}
        {person?.disabledAt === null && !isGiven && <Give person={person} onGiven={() => setGiven(true)} />}
        {person?.disabledAt === null && isGiven && (
          <Verdict
            good
            outcome={t('safekeeping.renewed', { name: person.name })}
            consequence={t('safekeeping.renewedSays', { signInName: person.signInName })}
            foot={<WayOut />}
          />
        )}
      </div>
    </>
  );
}

function Give({ person, onGiven }: { person: StaffListed; onGiven: () => void }) {
  const t = useText();
  const { shelterName } = useSession();
  const give = useTask('staffMember.givePassphrase');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (passphrase === null || give.isRunning) return;
    if ((await give.start({ id: person.id, passphrase })).ok) onGiven();
  };
  return (
    <form className="stack keep-form" onSubmit={(event) => void submit(event)}>
      <Sheet title={t('safekeeping.renewWhat')}>
        <ul className="keep-follows">
          <li>{t('safekeeping.renewOld', { name: person.name })}</li>
          <li>{t('safekeeping.renewBackups')}</li>
          {person.role === 'clinician' && <li>{t('safekeeping.renewSealed')}</li>}
          {person.role === 'clinician' && <LastOfSealedNotes personId={person.id} />}
          <li>{t('safekeeping.renewHistory')}</li>
        </ul>
      </Sheet>
      <Sheet title={t('safekeeping.renewOver')}>
        <p className="keep-lead">{t('safekeeping.handOverSays', { name: person.name })}</p>
        <NewPassphrase knownWords={[person.name, person.signInName, shelterName]} onReady={setPassphrase} />
      </Sheet>
      {give.error && <ErrorSentence error={give.error} />}
      <div className="row wrap">
        <Button type="submit" size="md" disabled={passphrase === null} loading={give.isRunning}>
          {t('safekeeping.renewNow')}
        </Button>
        <span className="small dim" role="status">
          {give.isRunning && t('safekeeping.givingAccess')}
        </span>
      </div>
    </form>
  );
}
