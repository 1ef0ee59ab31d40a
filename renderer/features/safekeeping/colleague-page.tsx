// Giving a colleague access: the director says who it is, then hands over the keyboard for the passphrase.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { StaffListed } from '#shared/records/staff-member';
import { useText } from '../../text.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Path } from '../../ui/path.tsx';
import { Verdict } from '../../ui/verdict.tsx';
import { ColleaguePassphrase } from './colleague-passphrase.tsx';
import { ColleagueWho, nobodyYet, type Who } from './colleague-who.tsx';
import { BackToSafekeeping, WayOut } from './way-out.tsx';
import './safekeeping.css';

export function ColleaguePage() {
  const t = useText();
  const [who, setWho] = useState<Who>(nobodyYet);
  const [step, setStep] = useState<'who' | 'passphrase'>('who');
  const [isTaken, setTaken] = useState(false);
  const [added, setAdded] = useState<StaffListed | null>(null);
  const again = (): void => {
    setWho(nobodyYet);
    setStep('who');
    setAdded(null);
  };
  return (
    <>
      <PageHead
        title={t('safekeeping.add')}
        fact={t('safekeeping.addFact')}
        actions={added === null && <BackToSafekeeping />}
      />
      <div className="keep-own">
        {added === null && (
          <Path
            label={t('safekeeping.addSteps')}
            steps={[t('safekeeping.addWho'), t('safekeeping.addPassphrase')]}
            at={step === 'who' ? 0 : 1}
          />
        )}
        {added !== null ? (
          <Added added={added} onAgain={again} />
        ) : step === 'who' ? (
          <ColleagueWho
            who={who}
            isTaken={isTaken}
            onDone={(next) => {
              setWho(next);
              setTaken(false);
              setStep('passphrase');
            }}
          />
        ) : (
          <ColleaguePassphrase
            who={who}
            onBack={() => setStep('who')}
            onTaken={() => {
              setTaken(true);
              setStep('who');
            }}
            onAdded={setAdded}
          />
        )}
      </div>
    </>
  );
}

function Added({ added, onAgain }: { added: StaffListed; onAgain: () => void }) {
  const t = useText();
  return (
    <Verdict
      good
      outcome={t('safekeeping.added', { name: added.name })}
      consequence={t('safekeeping.addedSays', { signInName: added.signInName })}
      foot={
        <div className="row wrap">
          <WayOut />
          <Button variant="default" onClick={onAgain}>
            {t('safekeeping.addAnother')}
          </Button>
        </div>
      }
    />
  );
}
