// Writing a referral: to whom, how it goes, what is asked for. Kept as a draft while it is written.
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { SubmitEvent } from 'react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import { Urgency } from '#shared/records/need-codes';
import { ReferralReason, type StoredReferral } from '#shared/records/referral';
import { useWrite } from '../../api/use-vault.ts';
import { casePath } from '../../case/case-tabs.ts';
import { useDraft } from '../../forms/use-draft.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { AimField } from './aim-field.tsx';
import { AgencyField, AsksField, WayFields } from './way-fields.tsx';
import { asReceived, asWritten, inMaking, isWhole, ReferralInMaking } from './referral-in-making.ts';

interface ReferralFormProps {
  readonly caseFileId: CaseFileId;
  /** Null for a new one. */
  readonly saved: StoredReferral | null;
  readonly pronouns: Pronouns;
  readonly onDone: () => void;
}

export function ReferralForm({ caseFileId, saved, pronouns, onDone }: ReferralFormProps) {
  const t = useText();
  const [, navigate] = useLocation();
  const save = useWrite('referral.save');
  const receive = useWrite('referral.receive');
  const [mine, setMine] = useState<ReferralInMaking | null>(null);
  const draft = useDraft({
    target: { kind: 'referral', caseFileId, ...(saved === null ? {} : { recordId: saved.id }) },
    schema: ReferralInMaking,
    basedOn: saved?.revision ?? 0,
  });
  if (draft.error) return <ErrorSentence error={draft.error} />;
  if (draft.kept === undefined) return null;
  const making = mine ?? draft.kept?.body ?? inMaking(saved);
  const write = (part: Partial<ReferralInMaking>, at = ''): void => {
    const next = { ...making, ...part };
    setMine(next);
    draft.write(next, at);
  };
  const leave = async (): Promise<void> => {
    await draft.discard();
    onDone();
  };
  const keep = () => {
    if (making.way === 'INCOMING') return receive.run({ caseFileId, referral: asReceived(making) });
    const basedOn = draft.kept?.basedOn ?? saved?.revision ?? 0;
    const referral = asWritten(making, making.way);
    return save.run({ caseFileId, referralId: saved?.id ?? null, basedOn, referral });
  };
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!isWhole(making) || save.isRunning || receive.isRunning) return;
    const kept = await keep();
    if (!kept.ok) return;
    await leave();
    navigate(casePath(caseFileId, `/referrals/${kept.value.id}`));
  };
  const error = save.error ?? receive.error;
  const props = { caseFileId, making, onWrite: write, pronouns };
  return (
    <Sheet title={saved === null ? t('referrals.newTitle') : t('referrals.changeTitle')}>
      <form className="stack one-column" onSubmit={(event) => void submit(event)}>
        <AgencyField {...props} />
        <WayFields {...props} isNew={saved === null} />
        <AsksField {...props} />
        <AimField {...props} />
        <Around {...props} />
        {error && <ErrorSentence error={error} />}
        <div className="row wrap">
          <Button variant="default" onClick={() => void leave()}>
            {t('referrals.leave')}
          </Button>
          <Button type="submit" loading={save.isRunning || receive.isRunning} disabled={!isWhole(making)}>
            {t('referrals.keep')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

interface AroundProps {
  readonly making: ReferralInMaking;
  readonly onWrite: (part: Partial<ReferralInMaking>, at?: string) => void;
  readonly pronouns: Pronouns;
}

/** How soon, why, and what makes it easier to go there. */
function Around({ making, onWrite, pronouns }: AroundProps) {
  const t = useText();
  return (
    <>
      <div className="referral-pair">
        <NativeSelect
          id="referral-urgency"
          label={t('referrals.urgency')}
          value={making.urgency}
          data={Urgency.options.map((value) => ({ value, label: t(`needs.${value}`) }))}
          onChange={(event) =>
            onWrite({ urgency: Urgency.options.find((one) => one === event.currentTarget.value) ?? 'U3' })
          }
        />
        <NativeSelect
          id="referral-reason"
          label={t('referrals.reason')}
          value={making.reason}
          data={ReferralReason.options.map((value) => ({ value, label: t(`referrals.reasons.${value}`) }))}
          onChange={(event) =>
            onWrite({ reason: ReferralReason.options.find((one) => one === event.currentTarget.value) ?? 'OTHER' })
          }
        />
      </div>
      {making.way !== 'ANONYMOUS_INQUIRY' && (
        <>
          <Checkbox
            label={t('referrals.warm')}
            description={t('referrals.warmHint', pronouns)}
            checked={making.warmHandoff}
            onChange={(event) => onWrite({ warmHandoff: event.currentTarget.checked })}
          />
          <div className="referral-pair">
            <TextInput
              id="referral-escort"
              label={t('referrals.escort')}
              description={t('referrals.escortHint')}
              dir="auto"
              maxLength={200}
              value={making.escort}
              onChange={(event) => onWrite({ escort: event.currentTarget.value }, 'referral-escort')}
            />
            <TextInput
              id="referral-interpreter"
              label={t('referrals.interpreter')}
              description={t('referrals.interpreterHint')}
              dir="auto"
              maxLength={200}
              value={making.interpreter}
              onChange={(event) => onWrite({ interpreter: event.currentTarget.value }, 'referral-interpreter')}
            />
          </div>
        </>
      )}
    </>
  );
}
