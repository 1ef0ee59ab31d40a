// What stands above the list of cases: which, in which order, whose, what waits. Four choices, each seen at a glance.
import { NativeSelect, SegmentedControl } from '@mantine/core';
import { type CaseListWish, Waiting } from '#shared/records/case-list';
import type { StaffRef } from '#shared/records/revision-mark';
import { useText } from '../../text.ts';

interface CaseListBarProps {
  readonly wish: CaseListWish;
  readonly workers: readonly StaffRef[];
  readonly onWish: (wish: CaseListWish) => void;
}

export function CaseListBar({ wish, workers, onWish }: CaseListBarProps) {
  const t = useText();
  return (
    <div className="list-bar">
      <SegmentedControl
        aria-label={t('cases.show')}
        value={wish.show}
        onChange={(show) => onWish({ ...wish, show })}
        data={(['open', 'closed', 'all'] as const).map((value) => ({ value, label: t(`cases.${value}`) }))}
      />
      <SegmentedControl
        aria-label={t('cases.order')}
        value={wish.order}
        onChange={(order) => onWish({ ...wish, order })}
        data={(['recent', 'name', 'opened'] as const).map((value) => ({ value, label: t(`cases.${value}`) }))}
      />
      <Choices wish={wish} workers={workers} onWish={onWish} />
    </div>
  );
}

/** One worker is no choice. The browser's own lists: they open and are read with the keyboard. */
function Choices({ wish, workers, onWish }: CaseListBarProps) {
  const t = useText();
  const choosesWorker = workers.length > 1 || wish.workerId !== null;
  return (
    <div className="list-choices">
      {choosesWorker && (
        <NativeSelect
          aria-label={t('cases.whose')}
          value={wish.workerId ?? ''}
          data={[
            { value: '', label: t('cases.anybody') },
            ...workers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget }) =>
            onWish({ ...wish, workerId: workers.find(({ id }) => id === currentTarget.value)?.id ?? null })
          }
        />
      )}
      <NativeSelect
        aria-label={t('cases.waiting')}
        value={wish.waiting}
        data={Waiting.options.map((value) => ({ value, label: t(`cases.waits.${value}`) }))}
        onChange={({ currentTarget }) => onWish({ ...wish, waiting: Waiting.parse(currentTarget.value) })}
      />
    </div>
  );
}
