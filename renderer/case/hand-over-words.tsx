// A hand-over in words: who wrote it and when, and a line for each thing to know.
import type { ShownHandOver } from '#shared/records/hand-over';
import { dayAndTime } from '../dates.ts';
import { useText } from '../text.ts';
import { Alias } from '../ui/hers.tsx';
import './hand-over-words.css';

export function HandOverWords({ handOver: { lines, writtenBy, at } }: { handOver: ShownHandOver }) {
  const t = useText();
  return (
    <div className="hand-over">
      <span className="small dim">
        {t('handOver.by', { name: writtenBy?.name ?? t('handOver.somebody'), time: dayAndTime(at) })}
      </span>
      <ul>
        {lines.map(({ of, words }, index) => (
          <li key={index}>
            {of ? (
              <Alias caseFileId={of.caseFileId} alias={of.nameUsed} caseNumber={of.caseNumber} size={20} />
            ) : (
              <b>{t('handOver.house')}</b>
            )}
            <span className="hand-over-said" dir="auto">
              {words}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
