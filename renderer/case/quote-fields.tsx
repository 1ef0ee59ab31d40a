// Her own words, letter for letter, with the language they were said in; beside them what they mean and who put them so.
import { Button, Textarea, TextInput } from '@mantine/core';
import { LanguageSelect } from '../forms/language-select.tsx';
import type { Pronouns } from '../pronouns.ts';
import { useText } from '../text.ts';
import { IconPlus } from '../ui/icons.ts';
import type { QuoteInMaking } from './use-note-draft.ts';

const MOST = 40;
const blank: QuoteInMaking = { words: '', language: '', translation: '', translator: '' };

interface QuoteFieldsProps {
  readonly quotes: readonly QuoteInMaking[];
  readonly pronouns: Pronouns;
  readonly onQuotes: (quotes: QuoteInMaking[]) => void;
}

export function QuoteFields({ quotes, pronouns, onQuotes }: QuoteFieldsProps) {
  const t = useText();
  const shown = quotes.length === 0 ? [blank] : quotes;
  const change = (index: number, part: Partial<QuoteInMaking>): void =>
    onQuotes(shown.map((quote, at) => (at === index ? { ...quote, ...part } : quote)));
  return (
    <div className="stack">
      {shown.map((quote, index) => (
        <OneQuote
          key={index}
          quote={quote}
          pronouns={pronouns}
          number={shown.length > 1 ? index + 1 : null}
          onChange={(part) => change(index, part)}
        />
      ))}
      {shown.at(-1)?.words.trim() !== '' && shown.length < MOST && (
        <div>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => onQuotes([...shown, { ...blank, language: shown.at(-1)?.language ?? '' }])}
          >
            {t('notes.anotherQuote')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface OneQuoteProps {
  readonly quote: QuoteInMaking;
  readonly pronouns: Pronouns;
  /** Which of several; null for the only one. */
  readonly number: number | null;
  readonly onChange: (part: Partial<QuoteInMaking>) => void;
}

function OneQuote({ quote, pronouns, number, onChange }: OneQuoteProps) {
  const t = useText();
  const numbered = (label: string): string => (number === null ? label : `${label}, ${number}`);
  const line = (name: 'translation' | 'translator', label: string) => (
    <TextInput
      label={numbered(label)}
      dir="auto"
      maxLength={name === 'translator' ? 200 : 5_000}
      value={quote[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      autoComplete="off"
    />
  );
  return (
    <div className="quote-fields">
      <Textarea
        className="her-box"
        label={numbered(t('notes.quote', pronouns))}
        description={t('notes.quoteHint')}
        dir="auto"
        autosize
        minRows={1}
        value={quote.words}
        maxLength={5_000}
        onChange={(event) => onChange({ words: event.currentTarget.value })}
        spellCheck={false}
      />
      {quote.words !== '' && (
        <div className="quote-more">
          <LanguageSelect
            label={numbered(t('notes.language'))}
            value={quote.language}
            onLanguage={(language) => onChange({ language })}
          />
          {line('translation', t('notes.translation'))}
          {line('translator', t('notes.translator'))}
        </div>
      )}
    </div>
  );
}
