// Picking another case by its name or number, out of those the person's own list holds.
import { Select } from '@mantine/core';
import { type CaseFileId, CaseFileId as Id } from '#shared/ids';
import { useRead } from '../api/use-vault.ts';
import { usePreferences } from '../preferences.ts';
import { useText } from '../text.ts';

/** Enough for a house; the newest changed come first in the vault's list. */
const MOST_CASES = 200;

interface PickCaseProps {
  /** The case that picks: never itself. */
  readonly not?: CaseFileId;
  readonly value: CaseFileId | null;
  readonly onValue: (caseFileId: CaseFileId | null) => void;
}

export function PickCase({ not, value, onValue }: PickCaseProps) {
  const t = useText();
  const namesHidden = usePreferences((preferences) => preferences.namesHidden);
  const cases = useRead('caseFile.list', { show: 'all', limit: MOST_CASES });
  return (
    <Select
      label={t('apart.pick')}
      placeholder={t('apart.pickHint')}
      searchable
      data={(cases.value?.rows ?? [])
        .filter(({ id }) => id !== not)
        .map(({ id, nameUsed, caseNumber }) => ({
          value: id,
          label: namesHidden ? caseNumber : `${nameUsed} · ${caseNumber}`,
        }))}
      value={value}
      onChange={(id) => onValue(id === null ? null : Id.parse(id))}
    />
  );
}
