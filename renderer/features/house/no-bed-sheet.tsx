// Nobody is sent away without being counted, and nobody is counted by name. Beside it, who waits for a bed.
import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { NoBedReason, type StoredWait } from '#shared/records/no-bed';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf, shortDate } from '../../dates.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Rows, Sheet } from '../../ui/sheet.tsx';
import { monthOf } from '../../month.ts';

export function NoBedSheet() {
  const t = useText();
  const mayCount = useMay('noBed.count');
  const figures = useRead('noBed.figures', monthOf(dateOf(now())));
  const [open, setOpen] = useState<'count' | 'wait' | null>(null);
  const waiting = useRead('noBed.waiting', {});
  const count = Object.values(figures.value?.noBed ?? {}).reduce((sum, one) => sum + one, 0);
  const close = (): void => setOpen(null);
  return (
    <>
      <Sheet title={t('house.noBed')} end={figures.value && t('house.noBedMonth', { count })}>
        <div className="stack">
          <p className="told">{t('house.noBedSays')}</p>
          {figures.error && <ErrorSentence error={figures.error} />}
          {open === 'count' && <CountOne onDone={close} />}
          {mayCount && open !== 'count' && (
            <Button variant="default" onClick={() => setOpen('count')}>
              {t('house.countOne')}
            </Button>
          )}
        </div>
      </Sheet>
      <Sheet title={t('house.waiting')}>
        <div className="stack">
          {waiting.error && <ErrorSentence error={waiting.error} />}
          {waiting.value?.length === 0 && <p className="dim">{t('house.waitingNone')}</p>}
          {waiting.value && waiting.value.length > 0 && (
            <Rows tight label={t('house.waiting')}>
              {waiting.value.map((wait) => (
                <Waiting key={wait.id} wait={wait} />
              ))}
            </Rows>
          )}
          {open === 'wait' && <NewWait onDone={close} />}
          {mayCount && open !== 'wait' && (
            <Button variant="default" onClick={() => setOpen('wait')}>
              {t('house.wait')}
            </Button>
          )}
        </div>
      </Sheet>
    </>
  );
}

function CountOne({ onDone }: { onDone: () => void }) {
  const t = useText();
  const count = useWrite('noBed.count');
  const [people, setPeople] = useState(1);
  const [reason, setReason] = useState<NoBedReason>('FULL');
  const [offered, setOffered] = useState(false);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if ((await count.run({ people, reason, offered })).ok) onDone();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <People value={people} onValue={setPeople} />
      <Select
        label={t('house.reason')}
        data={NoBedReason.options.map((value) => ({ value, label: t(`house.reasons.${value}`) }))}
        value={reason}
        allowDeselect={false}
        onChange={(value) => setReason(NoBedReason.parse(value))}
      />
      <Checkbox
        label={t('house.offered')}
        checked={offered}
        onChange={(event) => setOffered(event.currentTarget.checked)}
      />
      {count.error && <ErrorSentence error={count.error} />}
      <Answer isRunning={count.isRunning} onCancel={onDone} />
    </form>
  );
}

function NewWait({ onDone }: { onDone: () => void }) {
  const t = useText();
  const wait = useWrite('noBed.wait');
  const [people, setPeople] = useState(1);
  const [needs, setNeeds] = useState('');
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if ((await wait.run({ people, needs })).ok) onDone();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <People value={people} onValue={setPeople} />
      <TextInput
        label={t('house.waitNeeds')}
        placeholder={t('house.waitHint')}
        value={needs}
        maxLength={200}
        dir="auto"
        autoComplete="off"
        onChange={(event) => setNeeds(event.currentTarget.value)}
      />
      {wait.error && <ErrorSentence error={wait.error} />}
      <Answer isRunning={wait.isRunning} onCancel={onDone} />
    </form>
  );
}

function People({ value, onValue }: { value: number; onValue: (people: number) => void }) {
  const t = useText();
  return (
    <NumberInput
      label={t('house.people')}
      value={value}
      min={1}
      max={20}
      allowDecimal={false}
      onChange={(next) => onValue(Math.min(20, Math.max(1, Number(next) || 1)))}
    />
  );
}

function Answer({ isRunning, onCancel }: { isRunning: boolean; onCancel: () => void }) {
  const t = useText();
  return (
    <div className="row wrap">
      <Button variant="default" onClick={onCancel}>
        {t('house.cancel')}
      </Button>
      <Button type="submit" loading={isRunning}>
        {t('house.counted')}
      </Button>
    </div>
  );
}

function Waiting({ wait }: { wait: StoredWait }) {
  const t = useText();
  const end = useWrite('noBed.endWait');
  const mayEnd = useMay('noBed.endWait');
  const ways = ['HAS_A_BED', 'WENT_ELSEWHERE', 'NOT_HEARD_OF'] as const;
  return (
    <li className="house-wait">
      <div>
        <b>{t('house.waitsSince', { count: wait.people, date: shortDate(wait.since) })}</b>
        <p className="small dim" dir="auto">
          {wait.needs}
        </p>
        {end.error && <ErrorSentence error={end.error} />}
      </div>
      {mayEnd && (
        <Select
          aria-label={t('house.waitEnd')}
          placeholder={t('house.waitEnd')}
          size="xs"
          data={ways.map((value) => ({ value, label: t(`house.waitEnds.${value}`) }))}
          value={null}
          onChange={(how) => {
            const way = ways.find((one) => one === how);
            if (way) void end.run({ waitId: wait.id, basedOn: wait.revision, how: way });
          }}
        />
      )}
    </li>
  );
}
