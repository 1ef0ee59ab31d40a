// The need or the goal that a referral is for, if it is for one.
import { NativeSelect } from '@mantine/core';
import { useRead } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import type { FormProps } from './referral-in-making.ts';

const OVER: readonly string[] = ['ACHIEVED', 'CHANGED', 'DROPPED_BY_SURVIVOR'];

export function AimField({ caseFileId, making, onWrite }: FormProps) {
  const t = useText();
  const needs = useRead('need.list', { caseFileId, show: 'open' });
  const plan = useRead('supportPlan.get', { caseFileId });
  const goals = (plan.value?.goals ?? []).filter(({ status }) => !OVER.includes(status));
  const aims = [
    ...(needs.value ?? []).map(({ id, title }) => ({ kind: 'need' as const, id, label: title })),
    ...goals.map(({ id, survivorWording }) => ({ kind: 'goal' as const, id, label: survivorWording })),
  ];
  const groups = [
    { group: t('referrals.needs'), items: itemsOf('need') },
    { group: t('referrals.goals'), items: itemsOf('goal') },
  ].filter(({ items }) => items.length > 0);
  function itemsOf(kind: 'need' | 'goal') {
    return aims.filter((aim) => aim.kind === kind).map(({ id, label }) => ({ value: id, label: label.slice(0, 120) }));
  }
  return (
    <NativeSelect
      id="referral-aim"
      label={t('referrals.forWhat')}
      value={making.forWhat?.id ?? ''}
      data={[{ value: '', label: t('referrals.forNone') }, ...groups]}
      onChange={(event) => {
        const aim = aims.find(({ id }) => id === event.currentTarget.value);
        onWrite({ forWhat: aim === undefined ? null : { kind: aim.kind, id: aim.id } }, 'referral-aim');
      }}
    />
  );
}
