// How often a backup is asked for, in how many places, and what becomes of older ones. Everybody reads it; a director changes it.
import { Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { ASK_AFTER_DAYS, BackupRule, KEPT, type StoredBackupRule } from '#shared/records/backup-rule';
import type { Translate } from '#shared/text/language';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { KeepRow } from '../../ui/keep-row.tsx';
import { Sheet } from '../../ui/sheet.tsx';

export function RuleSheet() {
  const t = useText();
  const found = useRead('backupRule.get', {});
  const maySave = useMay('backupRule.save');
  return (
    <Sheet title={t('backups.rule')}>
      {found.error && <ErrorSentence error={found.error} />}
      {found.value && !maySave && <RuleWords rule={found.value} />}
      {found.value && maySave && <RuleForm key={found.value.revision} stored={found.value} />}
    </Sheet>
  );
}

const oftenWords = (t: Translate, days: number): string => t('backups.askAfter', { count: days });
const placesWords = (t: Translate, places: 1 | 2): string => t(places === 2 ? 'backups.places2' : 'backups.places1');

function RuleWords({ rule: { askAfterDays, places, clearsOlder } }: { rule: BackupRule }) {
  const t = useText();
  return (
    <p>
      {`${oftenWords(t, askAfterDays)}. ${placesWords(t, places)}. ${t(clearsOlder ? 'backups.clearsSays' : 'backups.clearsNot', KEPT)}`}
    </p>
  );
}

function RuleForm({ stored: { revision, ...saved } }: { stored: StoredBackupRule }) {
  const t = useText();
  const save = useWrite('backupRule.save');
  const [rule, setRule] = useState<BackupRule>(saved);
  const put = (part: object): void => setRule(BackupRule.catch(rule).parse({ ...rule, ...part }));
  const isChanged = JSON.stringify(rule) !== JSON.stringify(saved);
  return (
    <div className="stack">
      <div className="row wrap">
        <NativeSelect
          label={t('backups.often')}
          value={rule.askAfterDays}
          data={ASK_AFTER_DAYS.map((days) => ({ value: String(days), label: oftenWords(t, days) }))}
          onChange={({ currentTarget }) => put({ askAfterDays: Number(currentTarget.value) })}
        />
        <NativeSelect
          label={t('backups.where')}
          value={rule.places}
          data={([2, 1] as const).map((places) => ({ value: String(places), label: placesWords(t, places) }))}
          onChange={({ currentTarget }) => put({ places: Number(currentTarget.value) })}
        />
      </div>
      <Checkbox
        label={t('backups.clears')}
        description={t(rule.clearsOlder ? 'backups.clearsSays' : 'backups.clearsNot', KEPT)}
        checked={rule.clearsOlder}
        onChange={({ currentTarget }) => put({ clearsOlder: currentTarget.checked })}
      />
      {save.error && <ErrorSentence error={save.error} />}
      <KeepRow
        keep={t('backups.ruleKeep')}
        kept={t('backups.ruleKept')}
        isKept={revision > 0 && !isChanged}
        isRunning={save.isRunning}
        isDisabled={!isChanged}
        onKeep={() => void save.run({ ...rule, basedOn: revision })}
      />
    </div>
  );
}
