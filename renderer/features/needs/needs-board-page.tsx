// Needs across cases on one board: five groups by urgency, filtered by who works on the case and by what it is about.
import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { StaffMemberId } from '#shared/ids';
import type { NeedsGroup } from '#shared/records/need';
import { NeedDomain } from '#shared/records/need-codes';
import type { StaffRef } from '#shared/records/revision-mark';
import { useRead } from '../../api/use-vault.ts';
import { DueNeeds } from '../../case/due-needs.tsx';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import './needs.css';

const FEW = 25;
/** The most that the vault lists of one group. */
const MOST = 200;

interface Filter {
  readonly workerId: StaffMemberId | null;
  readonly domain: NeedDomain | null;
}

export function NeedsBoardPage() {
  const t = useText();
  const inFull = useMay('need.list');
  const [filter, setFilter] = useState<Filter>({ workerId: null, domain: null });
  const [limit, setLimit] = useState(FEW);
  const board = useRead('need.board', { ...filter, limit }, { keepLast: true });
  const groups = board.value?.groups ?? [];
  const open = groups.reduce((sum, { total }) => sum + total, 0);
  const isFiltered = filter.workerId !== null || filter.domain !== null;
  return (
    <>
      <PageHead
        title={t('needs.board.title')}
        {...(board.value ? { fact: t('needs.openAcross', { open, count: board.value.cases }) } : {})}
      />
      {inFull && <Filters value={filter} workers={board.value?.workers ?? []} onValue={setFilter} />}
      {board.error && <ErrorSentence error={board.error} />}
      {board.value && open === 0 && (
        <Sheet>
          <EmptyState>{isFiltered ? t('needs.board.noneFiltered') : t('needs.none')}</EmptyState>
        </Sheet>
      )}
      <div className="stack">
        {open > 0 &&
          groups.map((group) => (
            <Group
              key={group.urgency}
              group={group}
              part={inFull ? '/needs' : ''}
              {...(limit < MOST ? { onMore: () => setLimit(MOST) } : {})}
            />
          ))}
      </div>
    </>
  );
}

interface GroupProps {
  readonly group: NeedsGroup;
  readonly part: string;
  /** Absent when more cannot be shown. */
  readonly onMore?: () => void;
}

function Group({ group: { urgency, needs, total }, part, onMore }: GroupProps) {
  const t = useText();
  const title = t(`needs.${urgency}`);
  const hidden = total - needs.length;
  return (
    <Sheet flush title={title} end={total === 0 ? t('needs.board.nothing') : t('needs.openIn', { count: total })}>
      <DueNeeds needs={needs} label={title} part={part} windowsInFull />
      {hidden > 0 && (
        <p className="rows-more">
          {onMore === undefined ? (
            <span className="dim">{t('needs.board.left', { count: hidden })}</span>
          ) : (
            <Button variant="subtle" size="compact-md" onClick={onMore}>
              {t('needs.board.more', { count: hidden })}
            </Button>
          )}
        </p>
      )}
    </Sheet>
  );
}

interface FiltersProps {
  readonly value: Filter;
  readonly workers: readonly StaffRef[];
  readonly onValue: (filter: Filter) => void;
}

/** One worker is no choice. The browser's own list: nothing in it is searched, and it opens with the keyboard. */
function Filters({ value, workers, onValue }: FiltersProps) {
  const t = useText();
  const choosesWorker = workers.length > 1 || value.workerId !== null;
  return (
    <div className="needs-filters">
      {choosesWorker && (
        <NativeSelect
          label={t('needs.board.worker')}
          value={value.workerId ?? ''}
          data={[
            { value: '', label: t('needs.board.everyWorker') },
            ...workers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget }) =>
            onValue({ ...value, workerId: workers.find(({ id }) => id === currentTarget.value)?.id ?? null })
          }
        />
      )}
      <NativeSelect
        label={t('needs.board.domain')}
        value={value.domain ?? ''}
        data={[
          { value: '', label: t('needs.board.everyDomain') },
          ...NeedDomain.options.map((domain) => ({ value: domain, label: t(`needs.domain.${domain}`) })),
        ]}
        onChange={({ currentTarget }) =>
          onValue({ ...value, domain: NeedDomain.safeParse(currentTarget.value).data ?? null })
        }
      />
    </div>
  );
}
