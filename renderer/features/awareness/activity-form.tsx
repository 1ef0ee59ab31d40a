// One activity: what it was, who came, who paid. Lobbying on a federal grant is stopped before it is kept.
import { Checkbox, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import {
  ActivityKind,
  type ActivityWritten,
  AudienceType,
  Funding,
  type StoredActivity,
} from '#shared/records/activity';
import { useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Stop } from '../../ui/status-words.tsx';
import type { ActivityFields } from './activity-fields.ts';
import { FormEnd } from './form-end.tsx';
import { LanguagesField } from './languages-field.tsx';
import { TestFields } from './test-fields.tsx';
import { Ticks } from './ticks.tsx';

const fresh = (): ActivityWritten => ({
  ...{ kind: 'TRAINING_GIVEN', title: '', on: dateOf(now()), audience: [], attendance: null, reach: null },
  ...{ languages: [], materials: '', funding: [], isLobbying: false, outcomes: '', test: null },
});

function writtenOf(saved: StoredActivity | null): ActivityWritten {
  if (saved === null) return fresh();
  const { kind, title, on, audience, attendance, reach, languages, materials, funding } = saved;
  const { isLobbying, outcomes, test } = saved;
  return {
    ...{ kind, title, on, audience, attendance, reach, languages, materials, funding, isLobbying },
    outcomes,
    test,
  };
}

export function ActivityForm({ saved, onDone }: { saved: StoredActivity | null; onDone: () => void }) {
  const t = useText();
  const save = useWrite('activity.save');
  const [activity, setActivity] = useState(() => writtenOf(saved));
  const put = (part: Partial<ActivityWritten>): void => setActivity({ ...activity, ...part });
  const isStopped = activity.isLobbying && activity.funding.includes('FEDERAL_GRANT');
  const isReady = activity.title.trim() !== '' && activity.on !== '' && !isStopped;
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady || save.isRunning) return;
    const test = activity.kind === 'TRAINING_GIVEN' ? activity.test : null;
    const of = { activityId: saved?.id ?? null, basedOn: saved?.revision ?? 0 };
    if ((await save.run({ ...of, activity: { ...activity, test } })).ok) onDone();
  };
  return (
    <Sheet title={saved === null ? t('awareness.addActivity') : t('awareness.changeThe', { title: saved.title })}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p className="dim">{t('awareness.noNames')}</p>
        <What activity={activity} onPut={put} />
        <Came activity={activity} onPut={put} />
        <LanguagesField languages={activity.languages} onLanguages={(languages) => put({ languages })} />
        {activity.kind === 'TRAINING_GIVEN' && <TestFields activity={activity} onPut={put} />}
        <Paid activity={activity} onPut={put} />
        {isStopped && (
          <div role="status">
            <Stop>{t('awareness.lobbyingStop')}</Stop>
          </div>
        )}
        <Textarea
          label={t('awareness.outcomes')}
          dir="auto"
          autosize
          minRows={2}
          maxLength={2_000}
          value={activity.outcomes}
          onChange={(event) => put({ outcomes: event.currentTarget.value })}
        />
        <FormEnd
          {...{ isReady, isRunning: save.isRunning, error: save.error }}
          keep={t('awareness.keep')}
          onCancel={onDone}
        />
      </form>
    </Sheet>
  );
}

function What({ activity, onPut }: ActivityFields) {
  const t = useText();
  return (
    <>
      <div className="awareness-fields">
        <TextInput
          label={t('awareness.activityTitle')}
          value={activity.title}
          maxLength={160}
          dir="auto"
          autoFocus
          autoComplete="off"
          onChange={(event) => onPut({ title: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('awareness.kind')}
          value={activity.kind}
          data={ActivityKind.options.map((value) => ({ value, label: t(`awareness.kinds.${value}`) }))}
          onChange={(event) => onPut({ kind: ActivityKind.parse(event.currentTarget.value) })}
        />
        <DayField
          label={t('awareness.on')}
          value={activity.on}
          latest={dateOf(now())}
          onValue={(on) => onPut({ on })}
        />
      </div>
      <Ticks
        label={t('awareness.audience')}
        options={AudienceType.options}
        words={(one) => t(`awareness.audiences.${one}`)}
        value={activity.audience}
        onValue={(audience) => onPut({ audience })}
      />
    </>
  );
}

const ways = ['NOBODY', 'COUNTED', 'ESTIMATE'] as const;

function Came({ activity: { attendance, reach, materials }, onPut }: ActivityFields) {
  const t = useText();
  const way = attendance === null ? 'NOBODY' : attendance.isEstimate ? 'ESTIMATE' : 'COUNTED';
  const people = attendance?.people ?? 0;
  const isEstimate = attendance?.isEstimate ?? false;
  return (
    <div className="awareness-fields">
      <NativeSelect
        label={t('awareness.cameHow')}
        value={way}
        data={ways.map((value) => ({ value, label: t(`awareness.came.${value}`) }))}
        onChange={({ currentTarget: { value } }) =>
          onPut({ attendance: value === 'NOBODY' ? null : { people, isEstimate: value === 'ESTIMATE' } })
        }
      />
      {attendance !== null && (
        <NumberInput
          label={t('awareness.people')}
          value={people}
          min={0}
          max={10_000_000}
          allowDecimal={false}
          onChange={(next) => onPut({ attendance: { people: Math.max(0, Number(next) || 0), isEstimate } })}
        />
      )}
      <NumberInput
        label={t('awareness.reach')}
        description={t('awareness.reachHint')}
        value={reach ?? ''}
        min={0}
        max={10_000_000}
        allowDecimal={false}
        onChange={(next) => onPut({ reach: next === '' ? null : Math.max(0, Number(next) || 0) })}
      />
      <TextInput
        label={t('awareness.handedOut')}
        value={materials}
        maxLength={500}
        dir="auto"
        autoComplete="off"
        onChange={(event) => onPut({ materials: event.currentTarget.value })}
      />
    </div>
  );
}

function Paid({ activity, onPut }: ActivityFields) {
  const t = useText();
  return (
    <>
      <Ticks
        label={t('awareness.funding')}
        options={Funding.options}
        words={(one) => t(`awareness.fundings.${one}`)}
        value={activity.funding}
        onValue={(funding) => onPut({ funding })}
      />
      <Checkbox
        label={t('awareness.lobbying')}
        description={t('awareness.lobbyingSays')}
        checked={activity.isLobbying}
        onChange={(event) => onPut({ isLobbying: event.currentTarget.checked })}
      />
    </>
  );
}
