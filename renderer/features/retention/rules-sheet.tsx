// How long this house keeps what. The suggestions stand until a director says otherwise; of a law that the program does not know it
// suggests nothing, and says so.
import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { StoredRules } from '#shared/records/retention';
import { RetentionRules } from '#shared/records/retention';
import { type RuleClass, ruleClasses, ruleTable } from '#shared/records/retention-rules';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { KeepRow } from '../../ui/keep-row.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';

export function RulesSheet() {
  const t = useText();
  const rules = useRead('retention.rules', {});
  return (
    <Sheet title={t('retention.rules')}>
      {rules.error && <ErrorSentence error={rules.error} />}
      {rules.value && <RulesForm key={rules.value.revision} stored={rules.value} />}
    </Sheet>
  );
}

type Typed = Record<RuleClass, number | string>;
const typedOf = (saved: RetentionRules): Typed => ({ ...saved, MINORS: saved.MINORS ?? '' });
const readFrom = (typed: Typed) =>
  RetentionRules.safeParse({ ...typed, MINORS: typed.MINORS === '' ? null : typed.MINORS });

function RulesForm({ stored: { revision, ...saved } }: { stored: StoredRules }) {
  const t = useText();
  const save = useWrite('retention.saveRules');
  const [days, setDays] = useState<Typed>(() => typedOf(saved));
  const read = readFrom(days);
  const isChanged = read.success && ruleClasses.some((name) => read.data[name] !== saved[name]);
  return (
    <div className="stack">
      <p className="small dim">{t('retention.rulesSay')}</p>
      {ruleClasses.map((name) => (
        <RuleDays key={name} name={name} value={days[name]} onValue={(value) => setDays({ ...days, [name]: value })} />
      ))}
      {save.error && <ErrorSentence error={save.error} />}
      <KeepRow
        keep={t('retention.keepRules')}
        kept={t('retention.kept')}
        isKept={revision > 0 && !isChanged}
        isRunning={save.isRunning}
        isDisabled={!isChanged}
        onKeep={() => read.success && void save.run({ ...read.data, basedOn: revision })}
      />
      <p className="small dim">{t('retention.rulesFixed')}</p>
    </div>
  );
}

interface RuleDaysProps {
  readonly name: RuleClass;
  readonly value: number | string;
  readonly onValue: (value: number | string) => void;
}

function RuleDays({ name, value, onValue }: RuleDaysProps) {
  const t = useText();
  const hint = name === 'CONTACT' || name === 'MINORS' || name === 'HISTORY' ? t(`retention.ruleSays.${name}`) : null;
  return (
    <>
      <NumberInput
        label={t(`retention.rule.${name}`)}
        {...(hint === null ? {} : { description: hint })}
        value={value}
        min={ruleTable[name].least}
        max={7_300}
        allowDecimal={false}
        hideControls
        onChange={onValue}
      />
      {name === 'MINORS' && value === '' && <Note>{t('retention.minorsNotSaid')}</Note>}
    </>
  );
}
