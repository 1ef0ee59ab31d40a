// Whom a report is about. A name is read while one chooses; what is chosen is a number.
import { Button, Select } from '@mantine/core';
import { useRead } from '../../api/use-vault.ts';
import { usePreferences } from '../../preferences.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import type { Numbers } from './incident-in-making.ts';

/** Those who live here, by number; nobody for a person whose role meets nobody there. */
export function useNumbers(): Numbers {
  const may = useMay('caseFile.houseList');
  const here = useRead('caseFile.houseList', {}, { enabled: may });
  return new Map((here.value ?? []).map(({ caseNumber, caseFileId }) => [caseNumber, caseFileId]));
}

interface PeopleProps {
  readonly value: readonly string[];
  readonly onValue: (numbers: string[]) => void;
}

export function PeopleByNumber({ value, onValue }: PeopleProps) {
  const t = useText();
  const may = useMay('caseFile.houseList');
  const namesHidden = usePreferences((preferences) => preferences.namesHidden);
  const here = useRead('caseFile.houseList', {}, { enabled: may });
  if (!may) return null;
  return (
    <div className="house-people">
      <Select
        id="incident-people"
        label={t('incidents.people')}
        description={t('incidents.peopleHint')}
        data={(here.value ?? [])
          .filter(({ caseNumber }) => !value.includes(caseNumber))
          .map(({ caseNumber, nameUsed }) => ({
            value: caseNumber,
            label: namesHidden ? caseNumber : `${nameUsed} · ${caseNumber}`,
          }))}
        value={null}
        searchable
        onChange={(number) => number !== null && onValue([...value, number])}
      />
      {value.length > 0 && (
        <ul className="row wrap" aria-label={t('incidents.people')}>
          {value.map((number) => (
            <li key={number} className="row house-number">
              <span className="num">{number}</span>
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('incidents.leaveOut', { number })}
                onClick={() => onValue(value.filter((one) => one !== number))}
              >
                {t('incidents.leaveOutShort')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
