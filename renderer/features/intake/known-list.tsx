// What the case knows already, in the list of what she told us.
import { Button } from '@mantine/core';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { Ok } from '../../ui/status-words.tsx';
import type { KnownFact } from './known-facts.ts';

interface KnownListProps {
  readonly facts: readonly KnownFact[];
  readonly pronouns: Pronouns;
  readonly onAskAnyway: () => void;
}

export function KnownList({ facts, pronouns, onAskAnyway }: KnownListProps) {
  const t = useText();
  return (
    <>
      {facts.map(({ question, words, count }) => (
        <li key={question.id}>
          <p className="small dim">{question.label}</p>
          <p dir="auto">{words === '' ? t('intake.knownMethods', { count, them: pronouns.them }) : words}</p>
        </li>
      ))}
      <li>
        <Ok>{t('intake.noNeed')}</Ok>
        <Button size="compact-sm" variant="subtle" onClick={onAskAnyway}>
          {t('intake.askAnyway')}
        </Button>
      </li>
    </>
  );
}
