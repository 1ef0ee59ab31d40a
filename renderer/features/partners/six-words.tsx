// Six words of a key, large enough to read out on the telephone.
import { useText } from '../../text.ts';

export function SixWords({ words }: { words: readonly string[] }) {
  const t = useText();
  return (
    <div role="group" aria-label={t('sharing.words')}>
      <p className="six-words">{words.join(' ')}</p>
    </div>
  );
}
