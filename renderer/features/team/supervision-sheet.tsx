// Supervision of one colleague: a day, a kind and minutes, and nothing of what was said.
import { Button, NumberInput, Select } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { StaffMemberId } from '#shared/ids';
import { type StoredSupervision, SupervisionKind } from '#shared/records/supervision';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';

interface RowsProps {
  readonly lines: readonly StoredSupervision[];
  readonly isOwn?: boolean;
  readonly onTakeBack?: (line: StoredSupervision) => void;
}

export function SupervisionRows({ lines, isOwn = false, onTakeBack }: RowsProps) {
  const t = useText();
  if (lines.length === 0) return <EmptyState>{t('team.supervisionNone')}</EmptyState>;
  return (
    <Rows label={t('team.supervision')}>
      {lines.map((line) => (
        <li key={line.id} className="wrap">
          <span className="grow team-person">
            <span>{t(isOwn ? `team.kindsOwn.${line.kind}` : `team.kinds.${line.kind}`)}</span>
            <span className="small dim">
              {fullDate(line.on)}, {t('team.minutesOf', { count: line.minutes })}
            </span>
          </span>
          {onTakeBack && (
            <Button
              size="compact-md"
              variant="subtle"
              aria-label={t('team.takeBackOf', { day: fullDate(line.on) })}
              onClick={() => onTakeBack(line)}
            >
              {t('team.takeBack')}
            </Button>
          )}
        </li>
      ))}
    </Rows>
  );
}

export function SupervisionSheet({ staffMemberId }: { staffMemberId: StaffMemberId }) {
  const t = useText();
  const found = useRead('supervision.ofColleague', { staffMemberId });
  const strike = useWrite('supervision.strike');
  return (
    <Sheet flush title={t('team.supervision')}>
      <p className="small dim team-lead">{t('team.supervisionSays')}</p>
      {found.error && <ErrorSentence error={found.error} />}
      <SupervisionRows
        lines={found.value ?? []}
        onTakeBack={({ id, revision }) => void strike.run({ supervisionId: id, basedOn: revision })}
      />
      {strike.error && <ErrorSentence error={strike.error} />}
      <AddForm staffMemberId={staffMemberId} />
    </Sheet>
  );
}

function AddForm({ staffMemberId }: { staffMemberId: StaffMemberId }) {
  const t = useText();
  const add = useWrite('supervision.add');
  const [on, setOn] = useState(() => dateOf(now()));
  const [kind, setKind] = useState<SupervisionKind>('CASE');
  const [minutes, setMinutes] = useState(60);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (on !== '' && !add.isRunning) void add.run({ staffMemberId, on, kind, minutes });
  };
  return (
    <form className="team-form team-foot" onSubmit={submit}>
      <div className="team-fields">
        <DayField label={t('team.supervisionOn')} value={on} latest={dateOf(now())} onValue={setOn} />
        <Select
          label={t('team.kind')}
          data={SupervisionKind.options.map((value) => ({ value, label: t(`team.kinds.${value}`) }))}
          value={kind}
          allowDeselect={false}
          onChange={(value) => setKind(SupervisionKind.parse(value))}
        />
        <NumberInput
          label={t('team.minutes')}
          value={minutes}
          min={5}
          max={600}
          step={15}
          allowDecimal={false}
          onChange={(value) => setMinutes(Math.min(600, Math.max(5, Number(value))))}
        />
      </div>
      {add.error && <ErrorSentence error={add.error} />}
      <div>
        <Button type="submit" variant="default" loading={add.isRunning} disabled={on === ''}>
          {t('team.addSupervision')}
        </Button>
      </div>
    </form>
  );
}
