// Languages, added one by one.
import { Button } from '@mantine/core';
import { languageName, LanguageSelect } from '../../forms/language-select.tsx';
import { useText } from '../../text.ts';

interface LanguagesProps {
  readonly languages: readonly string[];
  readonly onLanguages: (languages: string[]) => void;
}

export function LanguagesField({ languages, onLanguages }: LanguagesProps) {
  const t = useText();
  const add = (code: string): void => {
    if (code !== '') onLanguages([...new Set([...languages, code])]);
  };
  return (
    <div className="row wrap align-end">
      <LanguageSelect label={t('awareness.language')} value="" onLanguage={add} />
      {languages.map((code) => (
        <Button
          key={code}
          variant="default"
          aria-label={t('awareness.dropLanguage', { language: languageName(code) })}
          onClick={() => onLanguages(languages.filter((one) => one !== code))}
        >
          {languageName(code)} <span aria-hidden>×</span>
        </Button>
      ))}
    </div>
  );
}
