// How long this house keeps what. The suggestions stand until a director says otherwise.
import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import type { StoredRules } from '#shared/records/retention';
import { RetentionRules } from '#shared/records/retention';
import { ruleClasses } from '#shared/records/retention-rules';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Ok } from '../../ui/status-words.tsx';

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

function RulesForm({ stored: { revision, ...saved } }: { stored: StoredRules }) {
  const t = useText();
  const save = useWrite('retention.saveRules');
  const [days, setDays] = useState<Record<keyof RetentionRules, number | string>>(saved);
  const read = RetentionRules.safeParse(days);
  const isChanged = read.success && ruleClasses.some((name) => read.data[name] !== saved[name]);
  return (
    <div className="stack">
      <p className="small dim">{t('retention.rulesSay')}</p>
      {ruleClasses.map((name) => (
        <NumberInput
          key={name}
          label={t(`retention.rule.${name}`)}
          value={days[name]}
          min={1}
          max={7_300}
          allowDecimal={false}
          hideControls
          onChange={(value) => setDays({ ...days, [name]: value })}
        />
      ))}
      {save.error && <ErrorSentence error={save.error} />}
      <div className="row wrap">
        <Button
          variant="default"
          loading={save.isRunning}
          disabled={!isChanged}
          onClick={() => read.success && void save.run({ ...read.data, basedOn: revision })}
        >
          {t('retention.keepRules')}
        </Button>
        <span role="status">{revision > 0 && !isChanged && <Ok>{t('retention.kept')}</Ok>}</span>
      </div>
    </div>
  );
}
