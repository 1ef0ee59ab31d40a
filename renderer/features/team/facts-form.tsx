// Changes what is known of a colleague. Nothing is asked that a shelter does not need; every field may stay empty.
import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { ScreeningResult, type StoredColleagueFacts } from '#shared/records/colleague-facts';
import { useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';

const days = ['agreementOn', 'minorsOn', 'startedOn', 'endsOn'] as const;

const typedFrom = (facts: StoredColleagueFacts) => ({
  agreementOn: facts.agreementOn ?? '',
  minorsOn: facts.minorsOn ?? '',
  startedOn: facts.startedOn ?? '',
  endsOn: facts.endsOn ?? '',
  checkedOn: facts.screening?.on ?? '',
  result: facts.screening?.result ?? ('CLEAR' as const),
  languages: facts.languages.join(', '),
  cap: facts.caseloadCap,
});
type Typed = ReturnType<typeof typedFrom>;

const dayOf = (day: string): string | null => (day === '' ? null : day);

function factsFrom({ checkedOn, result, languages, cap, ...typed }: Typed) {
  return {
    ...{ agreementOn: dayOf(typed.agreementOn), minorsOn: dayOf(typed.minorsOn) },
    ...{ startedOn: dayOf(typed.startedOn), endsOn: dayOf(typed.endsOn) },
    screening: checkedOn === '' ? null : { on: checkedOn, result },
    languages: languages
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    caseloadCap: cap,
  };
}

export function FactsForm({ facts, onDone }: { facts: StoredColleagueFacts; onDone: () => void }) {
  const t = useText();
  const save = useWrite('colleagueFacts.save');
  const [typed, setTyped] = useState<Typed>(() => typedFrom(facts));
  const put = (change: Partial<Typed>): void => setTyped({ ...typed, ...change });
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { staffMemberId, revision: basedOn } = facts;
    if (!save.isRunning && (await save.run({ staffMemberId, basedOn, ...factsFrom(typed) })).ok) onDone();
  };
  return (
    <form className="team-form" onSubmit={(event) => void submit(event)}>
      <div className="team-fields">
        {days.map((name) => (
          <DayField
            key={name}
            label={t(`team.${name}`)}
            {...(name === 'minorsOn' ? { description: t('team.minorsHint') } : {})}
            {...(name === 'agreementOn' || name === 'minorsOn' ? { latest: dateOf(now()) } : {})}
            value={typed[name]}
            onValue={(day) => put({ [name]: day })}
          />
        ))}
        <DayField
          label={t('team.screeningOn')}
          value={typed.checkedOn}
          latest={dateOf(now())}
          onValue={(checkedOn) => put({ checkedOn })}
        />
        <Select
          label={t('team.screeningResult')}
          data={ScreeningResult.options.map((value) => ({ value, label: t(`team.results.${value}`) }))}
          value={typed.result}
          allowDeselect={false}
          disabled={typed.checkedOn === ''}
          onChange={(value) => put({ result: ScreeningResult.parse(value) })}
        />
        <TextInput
          label={t('team.languages')}
          placeholder={t('team.languagesHint')}
          value={typed.languages}
          maxLength={400}
          autoComplete="off"
          dir="auto"
          onChange={(event) => put({ languages: event.currentTarget.value })}
        />
        <NumberInput
          label={t('team.caseloadCap')}
          value={typed.cap ?? ''}
          min={1}
          max={200}
          allowDecimal={false}
          onChange={(value) => put({ cap: value === '' ? null : Math.min(200, Math.max(1, Number(value))) })}
        />
      </div>
      {save.error && <ErrorSentence error={save.error} />}
      <div className="row wrap">
        <Button variant="default" onClick={onDone}>
          {t('team.cancel')}
        </Button>
        <Button type="submit" loading={save.isRunning}>
          {t('team.keepFacts')}
        </Button>
      </div>
    </form>
  );
}
