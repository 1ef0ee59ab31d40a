// Words around a match, as they were written. While names are hidden nothing of them is shown: anybody may be named in them.
import type { Snippet } from '#shared/records/case-search';
import { usePreferences } from '../preferences.ts';
import { useText } from '../text.ts';

export function SnippetWords({ snippet }: { snippet: Snippet }) {
  const t = useText();
  const namesHidden = usePreferences((preferences) => preferences.namesHidden);
  if (namesHidden) return t('search.wordsHidden');
  return (
    <span dir="auto">
      {snippet.map(({ text, found }, index) =>
        found ? <mark key={index}>{text}</mark> : text.replaceAll('\n', ' · '),
      )}
    </span>
  );
}
