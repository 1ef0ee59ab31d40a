// How a course stands, always as an icon with its word: colour alone says nothing.
import { useText } from '../../text.ts';
import { IconNotAsked, IconWaits } from '../../ui/icons.ts';
import { Ok, When, Word } from '../../ui/status-words.tsx';
import { type Standing, statusWords } from './team-words.ts';

export function StatusMark({ cell }: { cell: Standing }) {
  const words = statusWords(useText(), cell);
  switch (cell.status) {
    case 'CURRENT':
      return <Ok>{words}</Ok>;
    case 'DUE':
      return <When tone="lit">{words}</When>;
    case 'EXPIRED':
      return (
        <Word tone="lit" icon={<IconWaits size={15} aria-hidden />}>
          {words}
        </Word>
      );
    case 'MISSING':
      return (
        <Word tone="note" icon={<IconNotAsked size={15} aria-hidden />}>
          {words}
        </Word>
      );
    case 'NOT_NEEDED':
      return <span className="dim small">{words}</span>;
  }
}
