// What is counted, of which time, for whom. Exact numbers are offered to a director alone.
import { NativeSelect, SegmentedControl } from '@mantine/core';
import type { Wish } from '#shared/records/statistics';
import { peopleNarrowed } from '#shared/statistics/breakdowns';
import { SetId } from '#shared/statistics/funder-sets';
import { type Period, type PeriodLength, periodsUntil } from '#shared/statistics/periods';
import { Audience, type Mode } from '#shared/statistics/shown';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { periodWords } from '../../figures/figure-words.ts';

interface WishProps {
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
}

const BACK: Readonly<Record<PeriodLength, number>> = { MONTH: 24, QUARTER: 12, YEAR: 6 };
const lengths = ['QUARTER', 'MONTH', 'YEAR'] as const;
const audiences = ['OURSELVES', 'FUNDER', 'PUBLIC'] as const satisfies readonly Audience[];

/** The last one that is over. */
export const lastQuarter = (): Period => periodsUntil(dateOf(now()), 'QUARTER', 2)[1] ?? '';

function modesFor(audience: Audience, isDirector: boolean): readonly Mode[] {
  if (audience === 'OURSELVES') return ['EXACT'];
  return isDirector && audience === 'FUNDER' ? ['ROUNDED', 'SUPPRESSED', 'EXACT'] : ['ROUNDED', 'SUPPRESSED'];
}

export function AudienceField({ wish, onWish }: WishProps) {
  const t = useText();
  const isDirector = useSession().person.role === 'director';
  const offered = audiences.filter((one) => one !== 'OURSELVES' || isDirector);
  const choose = (next: string): void => {
    const audience = Audience.parse(next);
    const modes = modesFor(audience, isDirector);
    onWish({
      ...wish,
      audience,
      mode: modes.find((mode) => mode === wish.mode && mode !== 'EXACT') ?? modes[0] ?? 'ROUNDED',
    });
  };
  return (
    <SegmentedControl
      aria-label={t('figures.forWhom')}
      value={wish.audience}
      data={offered.map((value) => ({ value, label: t(`figures.for.${value}`) }))}
      onChange={choose}
    />
  );
}

export function WishFields({ wish, onWish }: WishProps) {
  const t = useText();
  const isDirector = useSession().person.role === 'director';
  const select = <Value extends string>(
    label: string,
    value: Value,
    options: readonly (readonly [Value, string])[],
    change: (value: Value) => void,
  ) => (
    <NativeSelect
      label={label}
      value={value}
      data={options.map(([one, words]) => ({ value: one, label: words }))}
      onChange={(event) => change(event.currentTarget.value as Value)}
    />
  );
  const sets = SetId.options.map((one) => [one, t(`figures.sets.${one}`)] as const);
  const isAgeless = wish.set === 'EVIDENCE';
  const people = peopleNarrowed
    .filter((one) => !isAgeless || one === 'EVERYONE')
    .map((one) => [one, t(`figures.whoOf.${one}`)] as const);
  const modes = modesFor(wish.audience, isDirector).map((one) => [one, t(`figures.mode.${one}`)] as const);
  return (
    <div className="wish-fields no-print">
      <PeriodField wish={wish} onWish={onWish} />
      {select(t('figures.set'), wish.set, sets, (set) =>
        onWish({ ...wish, set, ...(set === 'EVIDENCE' ? { who: 'EVERYONE' as const } : {}) }),
      )}
      {select(t('figures.who'), wish.who, people, (who) => onWish({ ...wish, who }))}
      {select(t('figures.how'), wish.mode, modes, (mode) => onWish({ ...wish, mode }))}
    </div>
  );
}

/** Quarters first: they are what is asked for. */
function PeriodField({ wish, onWish }: WishProps) {
  const t = useText();
  const today = dateOf(now());
  return (
    <NativeSelect
      label={t('figures.period')}
      value={wish.period}
      data={lengths.map((length) => ({
        group: t(`figures.lengths.${length}`),
        items: periodsUntil(today, length, BACK[length]).map((one) => ({ value: one, label: periodWords(t, one) })),
      }))}
      onChange={(event) => onWish({ ...wish, period: event.currentTarget.value })}
    />
  );
}
