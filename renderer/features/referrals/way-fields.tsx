// To whom and how a referral goes: under a permission, in her own hand, without a name, or from the agency to us.
import { Checkbox, NativeSelect, Radio, Textarea } from '@mantine/core';
import { ReferralOrigin } from '#shared/records/referral';
import { ReleaseCategory } from '#shared/records/release-categories';
import { useRead } from '../../api/use-vault.ts';
import { AgencyWarning } from '../../case/agency-warning.tsx';
import { fullDate } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { Note, Stop } from '../../ui/status-words.tsx';
import { type FormProps, Way } from './referral-in-making.ts';

interface FieldsProps extends FormProps {
  readonly pronouns: Pronouns;
}

export function AgencyField({ making, onWrite }: FieldsProps) {
  const t = useText();
  const agencies = useRead('partnerAgency.list', {});
  if (agencies.value?.length === 0) return <Note>{t('referrals.noAgencies')}</Note>;
  return (
    <>
      <NativeSelect
        id="referral-agency"
        label={t('referrals.agency')}
        value={making.agencyId ?? ''}
        data={[
          { value: '', label: t('referrals.agencyNone') },
          ...(agencies.value ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => {
          const chosen = agencies.value?.find(({ id }) => (id as string) === event.currentTarget.value);
          onWrite({ agencyId: chosen?.id ?? null, releaseId: null }, 'referral-agency');
        }}
      />
      <AgencyWarning agencyId={making.agencyId} />
    </>
  );
}

export function WayFields({ isNew, ...props }: FieldsProps & { readonly isNew: boolean }) {
  const t = useText();
  const { making, onWrite, pronouns } = props;
  return (
    <>
      <Radio.Group
        label={t('referrals.way')}
        value={making.way}
        onChange={(value) => onWrite({ way: Way.options.find((one) => one === value) ?? 'WITH_RELEASE' })}
      >
        <div className="stack referral-ways">
          {Way.options
            .filter((way) => isNew || way !== 'INCOMING')
            .map((way) => (
              <Radio
                key={way}
                value={way}
                label={t(`referrals.ways.${way}`, pronouns)}
                description={t(`referrals.wayHints.${way}`, pronouns)}
              />
            ))}
        </div>
      </Radio.Group>
      {making.way === 'WITH_RELEASE' && <PermissionFields {...props} />}
      {making.way === 'INCOMING' && <OriginFields {...props} />}
    </>
  );
}

/** Choosing a permission brings its purpose along, where nothing else was written. */
function PermissionFields({ caseFileId, making, onWrite }: FieldsProps) {
  const t = useText();
  const releases = useRead('release.list', { caseFileId });
  const signed = (releases.value ?? []).filter(({ signature }) => signature !== null);
  const ofAgency = signed.filter(({ partnerAgencyId }) => partnerAgencyId === (making.agencyId as string | null));
  const purposes = signed.map(({ purpose }) => purpose);
  const choose = (id: string): void => {
    const release = ofAgency.find((one) => (one.id as string) === id);
    const isFree = making.asks.trim() === '' || purposes.includes(making.asks);
    const asks = release !== undefined && isFree ? release.purpose : making.asks;
    onWrite({ releaseId: release?.id ?? null, asks }, 'referral-permission');
  };
  return (
    <>
      <NativeSelect
        id="referral-permission"
        label={t('referrals.permission')}
        description={t('referrals.permissionHint')}
        value={making.releaseId ?? ''}
        data={[
          { value: '', label: t('referrals.permissionNone') },
          ...ofAgency.map(({ id, purpose, expiresOn, state }) => ({
            value: id,
            label: [
              purpose.slice(0, 90),
              state === 'EXPIRED' || state === 'REVOKED' || state === 'USED_UP'
                ? t(`sharing.state.${state}`)
                : t('referrals.permissionEnds', { date: fullDate(expiresOn) }),
            ].join(', '),
          })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <Checkbox.Group
        label={t('referrals.categories')}
        description={t('sharing.categoriesHint')}
        value={[...making.categories]}
        onChange={(value) => onWrite({ categories: ReleaseCategory.options.filter((one) => value.includes(one)) })}
      >
        <div className="referral-ticks">
          {ReleaseCategory.options.map((category) => (
            <Checkbox key={category} value={category} label={t(`sharing.category.${category}`)} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  );
}

function OriginFields({ making, onWrite }: FieldsProps) {
  const t = useText();
  const { options } = ReferralOrigin.shape.release;
  return (
    <div className="referral-pair">
      <NativeSelect
        id="referral-origin"
        label={t('referrals.originRelease')}
        value={making.originRelease}
        data={options.map((value) => ({ value, label: t(`referrals.origins.${value}`) }))}
        onChange={(event) =>
          onWrite({ originRelease: options.find((one) => one === event.currentTarget.value) ?? 'NOT_ASKED' })
        }
      />
      <DayField
        id="referral-origin-until"
        label={t('referrals.originUntil')}
        value={making.originUntil}
        onValue={(originUntil) => onWrite({ originUntil })}
      />
    </div>
  );
}

export function AsksField({ caseFileId, making, onWrite }: FieldsProps) {
  const t = useText();
  const isInquiry = making.way === 'ANONYMOUS_INQUIRY';
  const looked = useRead(
    'referral.look',
    { caseFileId, text: making.asks },
    { enabled: isInquiry && making.asks !== '', keepLast: true },
  );
  const word = isInquiry ? (looked.value?.word ?? null) : null;
  return (
    <>
      <Textarea
        id="referral-asks"
        label={isInquiry ? t('referrals.asksInquiry') : t('referrals.asks')}
        {...(making.way === 'WITH_RELEASE' ? { description: t('referrals.asksHint') } : {})}
        dir="auto"
        autosize
        minRows={2}
        maxLength={2_000}
        value={making.asks}
        onChange={(event) => onWrite({ asks: event.currentTarget.value }, 'referral-asks')}
      />
      {word !== null && (
        <div role="status">
          <Stop>{t('referrals.standsOut', { word })}</Stop>
          <p className="small dim">{t('referrals.standsOutTodo')}</p>
        </div>
      )}
    </>
  );
}
