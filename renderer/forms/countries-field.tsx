// Countries, found by typing a few letters; kept as their codes.
import { MultiSelect } from '@mantine/core';
import { countries } from '#shared/htcds/countries';
import { useText } from '../text.ts';
import type { FieldProps } from './field.ts';

const choices = countries.map(([value, , label]) => ({ value, label }));

export function CountriesField({ id, labelId, value, onValue }: FieldProps) {
  const t = useText();
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  return (
    <MultiSelect
      id={id}
      aria-labelledby={labelId}
      data={choices}
      value={chosen}
      onChange={(next) => onValue(next.length === 0 ? undefined : next)}
      placeholder={chosen.length === 0 ? t('forms.countryHint') : ''}
      nothingFoundMessage={t('forms.noCountry')}
      searchable
      limit={50}
      hidePickedOptions
      autoComplete="off"
    />
  );
}
