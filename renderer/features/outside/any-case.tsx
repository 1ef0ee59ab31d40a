// Any case of the house, by its name or number; nobody is a choice too.
import { Select } from '@mantine/core';
import { CaseFileId } from '#shared/ids';
import { useRead } from '../../api/use-vault.ts';
import { usePreferences } from '../../preferences.ts';
import { useText } from '../../text.ts';

interface AnyCaseProps {
  readonly label: string;
  readonly value: CaseFileId | null;
  readonly onValue: (caseFileId: CaseFileId | null) => void;
}

/** Enough for a house; the newest changed come first in the vault's list. */
const MOST_CASES = 200;

export function AnyCase({ label, value, onValue }: AnyCaseProps) {
  const t = useText();
  const namesHidden = usePreferences((preferences) => preferences.namesHidden);
  const cases = useRead('caseFile.list', { show: 'all', limit: MOST_CASES });
  return (
    <Select
      label={label}
      placeholder={t('outside.aboutNobody')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('outside.aboutNobody') }}
      data={(cases.value?.rows ?? []).map(({ id, nameUsed, caseNumber }) => ({
        value: id,
        label: namesHidden ? caseNumber : `${nameUsed} · ${caseNumber}`,
      }))}
      value={value}
      onChange={(id) => onValue(id === null ? null : CaseFileId.parse(id))}
    />
  );
}
