// What happened, newest first, one line an event.
import type { TimelineEntry } from '#shared/records/timeline';
import { dayAndTime } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Hers } from '../../ui/hers.tsx';
import { Note, Ok } from '../../ui/status-words.tsx';

export function TimelineList({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="line">
      {entries.map((entry) => (
        <li key={`${entry.recordId}${entry.revision}`}>
          <time dateTime={new Date(entry.at).toISOString()}>{dayAndTime(entry.at)}</time>
          <p dir="auto">
            <EventWords entry={entry} />
          </p>
          {entry.by && <span className="small dim">{entry.by.name}</span>}
          {entry.toldOnce && <Reuse mayBeReused={entry.toldOnce.mayBeReused} />}
        </li>
      ))}
    </ol>
  );
}

function EventWords({ entry }: { entry: TimelineEntry }) {
  const t = useText();
  const { event, words } = entry;
  if (entry.toldOnce) return t('cases.told', { what: words });
  if (event === 'need-added' || event === 'need-changed' || event === 'need-settled')
    return t(`cases.event.${event}`, { words });
  if (words === '') return t(`cases.event.${event}`);
  if (entry.hers) return <Hers quote>{words}</Hers>;
  return words;
}

function Reuse({ mayBeReused }: { mayBeReused: boolean }) {
  const t = useText();
  return mayBeReused ? <Ok>{t('cases.mayReuse')}</Ok> : <Note>{t('cases.askBefore')}</Note>;
}
