// Writing down that it has left, and how, and with it the line of her disclosure log. Nothing is sent by this program.
import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { ReleaseMethod } from '#shared/records/release';
import { casePath } from '../../case/case-tabs.ts';
import { useText } from '../../text.ts';
import { asLogged, toldNothingYet, ToldThere } from './told-there.tsx';
import type { ActProps } from './act-props.ts';

export function SendForm({ referral, pronouns, run, isRunning }: ActProps) {
  const t = useText();
  const isTold = referral.mode === 'WITH_RELEASE';
  const ways = ReleaseMethod.options.filter((how) => isTold || how !== 'ENCRYPTED_MEDIA');
  const [told, setTold] = useState(toldNothingYet);
  const [how, setHow] = useState<ReleaseMethod>(referral.mode === 'SELF_REFERRAL' ? 'IN_PERSON' : 'PAPER');
  const isLogged = isTold && how !== 'ENCRYPTED_MEDIA' && referral.categories.length > 0;
  return (
    <>
      <p>{isTold ? t('referrals.mayGo') : t('referrals.mayGoAlone', pronouns)}</p>
      <div>
        <p className="field-label" id="referral-how">
          {t('referrals.sendHow')}
        </p>
        <SegmentedControl
          aria-labelledby="referral-how"
          value={how}
          onChange={setHow}
          data={ways.map((value) => ({ value, label: t(`referrals.how.${value}`) }))}
        />
      </div>
      {isLogged && <ToldThere told={told} onTold={setTold} />}
      <div className="row wrap">
        {isTold && how === 'ENCRYPTED_MEDIA' && (
          <Button variant="default" component={Link} href={casePath(referral.caseFileId, '/share')}>
            {t('sharing.share')}
          </Button>
        )}
        {isTold && how !== 'ENCRYPTED_MEDIA' && how !== 'PHONE' && (
          <Button
            variant="default"
            component={Link}
            href={casePath(referral.caseFileId, `/referrals/${referral.id}/letter`)}
          >
            {t('referrals.letter')}
          </Button>
        )}
        <Button
          disabled={isRunning || (!told.survivorTold.told && told.survivorTold.how.trim() === '')}
          onClick={() => run({ to: 'SENT', how, ...(isLogged ? { told: asLogged(told) } : {}) })}
        >
          {t('referrals.sent')}
        </Button>
        <span className="small dim">{t('referrals.sentToday')}</span>
      </div>
    </>
  );
}
