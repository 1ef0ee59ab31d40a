// Medical time windows of one need. The time it happened is typed to reckon with and forgotten; only the ends are kept.
import { Button, Checkbox, NumberInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { type HealthWindow, hoursLeft, WINDOW_HOURS, windowsAfter } from '#shared/records/health-window';
import type { StoredNeed } from '#shared/records/need';
import { useWrite } from '../../api/use-vault.ts';
import { momentWords } from '../../case/window-lines.tsx';
import { now } from '../../clock.ts';
import { dateOf, instantAt } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { TimeField } from '../../forms/time-field.tsx';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Note } from '../../ui/status-words.tsx';

interface WindowsFieldProps {
  readonly value: readonly HealthWindow[];
  readonly onValue: (windows: readonly HealthWindow[]) => void;
  readonly pronouns: Pronouns;
}

const unknown = { day: '', time: '', evidenceHours: WINDOW_HOURS.FORENSIC_EVIDENCE };
type Happened = typeof unknown;

const instantOf = ({ day, time }: Happened): number | null => (day === '' || time === '' ? null : instantAt(day, time));

export function WindowsField({ value, onValue, pronouns }: WindowsFieldProps) {
  const t = useText();
  const [happened, setHappened] = useState<Happened>(unknown);
  const at = instantOf(happened);
  const isLater = at !== null && at > now();
  const reckoned = at === null || isLater ? null : windowsAfter(at, happened.evidenceHours);
  const tell = (part: Partial<Happened>): void => {
    const next = { ...happened, ...part };
    setHappened(next);
    const from = instantOf(next);
    if (from === null || from > now()) return;
    onValue(windowsAfter(from, next.evidenceHours).filter((window) => hoursLeft(window, now()) !== null));
  };
  return (
    <fieldset className="windows">
      <legend>{t('needs.windows')}</legend>
      <p className="small dim">{t('needs.windowsHint', pronouns)}</p>
      <div className="windows-when">
        <DayField
          label={t('needs.happenedDay')}
          value={happened.day}
          latest={dateOf(now())}
          onValue={(day) => tell({ day })}
        />
        <TimeField label={t('needs.happenedTime')} value={happened.time} onValue={(time) => tell({ time })} />
        <NumberInput
          label={t('needs.evidenceHours')}
          min={1}
          max={400}
          allowDecimal={false}
          value={happened.evidenceHours}
          onChange={(hours) => tell({ evidenceHours: Number(hours) || unknown.evidenceHours })}
        />
      </div>
      {isLater && <Note>{t('needs.happenedLater')}</Note>}
      {(reckoned ?? value).map((window) => (
        <Checkbox
          key={window.kind}
          label={t('needs.window.until', {
            what: t(`needs.window.${window.kind}`),
            when: momentWords(window.endsAt),
          })}
          checked={value.some(({ kind }) => kind === window.kind)}
          onChange={({ currentTarget }) =>
            onValue([...value.filter(({ kind }) => kind !== window.kind), ...(currentTarget.checked ? [window] : [])])
          }
        />
      ))}
    </fieldset>
  );
}

interface ChangeWindowsProps {
  readonly need: StoredNeed;
  readonly pronouns: Pronouns;
  readonly onDone: () => void;
}

/** The windows of a need that is already there. */
export function ChangeWindows({ need, pronouns, onDone }: ChangeWindowsProps) {
  const t = useText();
  const change = useWrite('need.change');
  const [windows, setWindows] = useState<readonly HealthWindow[]>(need.windows);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const result = await change.run({ needId: need.id, basedOn: need.revision, change: { windows: [...windows] } });
    if (result.ok) onDone();
  };
  return (
    <form className="stack grow" onSubmit={(event) => void submit(event)}>
      <WindowsField value={windows} onValue={setWindows} pronouns={pronouns} />
      {change.error && <ErrorSentence error={change.error} />}
      <div className="row wrap">
        <Button variant="default" onClick={onDone}>
          {t('words.back')}
        </Button>
        <Button type="submit" loading={change.isRunning}>
          {t('needs.keepWindows')}
        </Button>
      </div>
    </form>
  );
}
