// Choosing a case, out of those that this person's own list or the house's holds.
import { Select } from '@mantine/core';
import { useRead } from '../../api/use-vault.ts';
import { usePreferences } from '../../preferences.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';

/** Enough for a house; the newest changed come first in the vault's list. */
const MOST_CASES = 200;

interface AboutCaseProps {
  readonly id?: string;
  readonly label: string;
  readonly value: string | null;
  readonly onValue: (value: string | null) => void;
}

export function AboutCase({ id, label, value, onValue }: AboutCaseProps) {
  const t = useText();
  const namesHidden = usePreferences((preferences) => preferences.namesHidden);
  const mayList = useMay('caseFile.list');
  const maySeeHouse = useMay('caseFile.houseList');
  const cases = useRead('caseFile.list', { limit: MOST_CASES }, { enabled: mayList });
  const house = useRead('caseFile.houseList', {}, { enabled: !mayList && maySeeHouse });
  if (!mayList && !maySeeHouse) return null;
  const known = mayList
    ? (cases.value?.rows ?? []).map(({ id, nameUsed, caseNumber }) => ({ id, nameUsed, caseNumber }))
    : (house.value ?? []).map(({ caseFileId, nameUsed, caseNumber }) => ({ id: caseFileId, nameUsed, caseNumber }));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      label={label}
      placeholder={t('calendar.noCase')}
      searchable
      clearable
      data={known.map(({ id, nameUsed, caseNumber }) => ({
        value: id,
        label: namesHidden ? caseNumber : `${nameUsed} · ${caseNumber}`,
      }))}
      value={value}
      onChange={onValue}
    />
  );
}
