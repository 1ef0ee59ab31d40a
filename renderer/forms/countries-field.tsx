// Countries, found by typing a few letters; kept as their codes.
import { MultiSelect, type OptionsFilter } from '@mantine/core';
import { fold } from '#shared/fold';
import { countries } from '#shared/htcds/countries';
import { useText } from '../text.ts';
import type { FieldProps } from './field.ts';

const choices = countries.map(([value, , label]) => ({ value, label }));

type Listed = (typeof choices)[number];
/** Countries that begin with the letters come before those that only contain them. */
const found: OptionsFilter = ({ options, search }) => {
  const letters = fold(search.trim());
  const at = (one: Listed): number => fold(one.label).indexOf(letters);
  const matching = (options as Listed[]).filter((one) => at(one) >= 0);
  return [...matching.filter((one) => at(one) === 0), ...matching.filter((one) => at(one) > 0)];
};

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
      filter={found}
      limit={50}
      hidePickedOptions
      autoComplete="off"
    />
  );
}
