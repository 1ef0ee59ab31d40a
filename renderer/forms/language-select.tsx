// Choosing a language by its name; its code is what is kept (ISO 639).
import { Select } from '@mantine/core';
import { languages } from '#shared/htcds/languages';
import { locale } from '../text.ts';

interface LanguageSelectProps {
  readonly label: string;
  /** ISO 639-2 code, or empty when not known. */
  readonly value: string;
  readonly onLanguage: (code: string) => void;
}

type Choices = readonly { readonly value: string; readonly label: string }[];
/** Made once for each language of the screen: naming hundreds of languages takes longer than a key press. */
const choices = new Map<string, Choices>();

function languageChoices(): Choices {
  const made = choices.get(locale());
  if (made !== undefined) return made;
  const names = new Intl.DisplayNames([locale()], { type: 'language', fallback: 'none' });
  const all = languages.map(([code, alpha2, , name]) => ({ value: code, label: names.of(alpha2 || code) ?? name }));
  choices.set(locale(), all);
  return all;
}

/** The name in the language of the screen, or the code as it stands. */
export const languageName = (code: string): string =>
  languageChoices().find(({ value }) => value === code)?.label ?? code;

export function LanguageSelect({ label, value, onLanguage }: LanguageSelectProps) {
  return (
    <Select
      label={label}
      searchable
      clearable
      limit={30}
      data={[...languageChoices()]}
      value={value === '' ? null : value}
      onChange={(code) => onLanguage(code ?? '')}
    />
  );
}
