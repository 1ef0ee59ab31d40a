// What was told outside a package is written into her log in the same breath: to whom there, what exactly, and whether she was told.
import { Radio, Textarea, TextInput } from '@mantine/core';
import type { ReferralTold } from '#shared/records/referral';
import { useText } from '../../text.ts';

/** Nothing written yet. That she signed for it is how she was told, until something else is said. */
export const toldNothingYet: ReferralTold = {
  toWhom: '',
  what: '',
  survivorTold: { told: true, how: '' },
  steps: '',
};

/** An empty "how" after a yes means her permission. */
export const asLogged = (told: ReferralTold): ReferralTold =>
  told.survivorTold.told && told.survivorTold.how.trim() === ''
    ? { ...told, survivorTold: { told: true, how: 'RELEASE' } }
    : told;

interface ToldThereProps {
  readonly told: ReferralTold;
  readonly onTold: (told: ReferralTold) => void;
}

export function ToldThere({ told, onTold }: ToldThereProps) {
  const t = useText();
  const { survivorTold } = told;
  const write = (part: Partial<ReferralTold>): void => onTold({ ...told, ...part });
  return (
    <fieldset className="stack told-there">
      <legend>{t('referrals.intoLog')}</legend>
      <TextInput
        label={t('referrals.toWhomThere')}
        description={t('referrals.toWhomHint')}
        dir="auto"
        maxLength={200}
        value={told.toWhom}
        onChange={({ currentTarget }) => write({ toWhom: currentTarget.value })}
      />
      <TextInput
        label={t('disclosure.what')}
        dir="auto"
        maxLength={1_000}
        value={told.what}
        onChange={({ currentTarget }) => write({ what: currentTarget.value })}
      />
      <Radio.Group
        label={t('disclosure.isTold')}
        value={survivorTold.told ? 'YES' : 'NO'}
        onChange={(value) => write({ survivorTold: { ...survivorTold, told: value === 'YES' } })}
      >
        <div className="row">
          <Radio value="YES" label={t('sharing.YES')} />
          <Radio value="NO" label={t('sharing.NO')} />
        </div>
      </Radio.Group>
      <TextInput
        label={survivorTold.told ? t('disclosure.how') : t('disclosure.whyNot')}
        {...(survivorTold.told ? { description: t('referrals.toldByPermission') } : {})}
        dir="auto"
        maxLength={400}
        value={survivorTold.how}
        onChange={({ currentTarget }) => write({ survivorTold: { ...survivorTold, how: currentTarget.value } })}
      />
      <Textarea
        label={t('disclosure.steps')}
        dir="auto"
        autosize
        maxLength={1_000}
        value={told.steps}
        onChange={({ currentTarget }) => write({ steps: currentTarget.value })}
      />
    </fieldset>
  );
}
