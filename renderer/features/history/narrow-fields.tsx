// Above the list: whose acts, of which kind, of which days, and about which case.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { ActGroup } from '#shared/records/audit-entry';
import { useRead } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { everything, isNarrowed, type Narrowed, slipIn } from './narrowed.ts';

interface NarrowProps {
  readonly narrowed: Narrowed;
  readonly onNarrow: (narrowed: Narrowed) => void;
}

export function NarrowFields({ narrowed, onNarrow }: NarrowProps) {
  const t = useText();
  const readsAll = useMay('auditEntry.page');
  const narrow = (part: Partial<Narrowed>): void => onNarrow({ ...narrowed, ...part });
  const today = dateOf(now());
  return (
    <div role="search" className="history-narrow" aria-label={t('history.narrow')}>
      {readsAll && <WhoField narrowed={narrowed} onNarrow={onNarrow} />}
      <NativeSelect
        label={t('history.what')}
        value={narrowed.group ?? ''}
        data={[
          { value: '', label: t('history.everything') },
          ...ActGroup.options.map((value) => ({ value, label: t(`history.groups.${value}`) })),
        ]}
        onChange={({ currentTarget }) => narrow({ group: ActGroup.nullable().catch(null).parse(currentTarget.value) })}
      />
      <DayField label={t('history.from')} value={narrowed.from} latest={today} onValue={(from) => narrow({ from })} />
      <DayField label={t('history.to')} value={narrowed.to} latest={today} onValue={(to) => narrow({ to })} />
      {readsAll && (
        <TextInput
          label={t('history.caseNumber')}
          placeholder={t('history.caseNumberHint')}
          dir="ltr"
          maxLength={12}
          autoComplete="off"
          spellCheck={false}
          value={narrowed.caseNumber}
          onChange={({ currentTarget }) => narrow({ caseNumber: currentTarget.value })}
        />
      )}
      {isNarrowed(narrowed) && (
        <Button variant="default" onClick={() => onNarrow(everything)}>
          {t('history.all')}
        </Button>
      )}
      <p role="status" className="history-slip small">
        <Slip narrowed={narrowed} />
      </p>
    </div>
  );
}

function Slip({ narrowed }: { narrowed: Narrowed }) {
  const t = useText();
  const slip = slipIn(narrowed);
  return slip === null ? null : t(`history.${slip}`);
}

function WhoField({ narrowed, onNarrow }: NarrowProps) {
  const t = useText();
  const { value: people = [] } = useRead('auditEntry.people', {});
  return (
    <NativeSelect
      label={t('history.who')}
      value={narrowed.staffMemberId ?? ''}
      data={[
        { value: '', label: t('history.everybody') },
        ...people.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={({ currentTarget }) =>
        onNarrow({ ...narrowed, staffMemberId: people.find(({ id }) => id === currentTarget.value)?.id ?? null })
      }
    />
  );
}
