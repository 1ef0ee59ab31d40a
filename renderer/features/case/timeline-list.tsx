// What happened, newest first, one line an event.
import type { TimelineEntry } from '#shared/records/timeline';
import { EventWords } from '../../case/event-words.tsx';
import { dayAndTime } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Note, Ok } from '../../ui/status-words.tsx';

export function TimelineList({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="line">
      {entries.map((entry) => (
        <li key={`${entry.recordId}${entry.revision}`}>
          <time dateTime={new Date(entry.at).toISOString()}>{dayAndTime(entry.at)}</time>
          <p dir="auto">{entry.putRight ? <PutRight entry={entry} /> : <EventWords entry={entry} />}</p>
          <Meta entry={entry} />
        </li>
      ))}
    </ol>
  );
}

/** The wrong words stay where they were; the right ones stand in an entry of their own. */
const PutRight = ({ entry }: { entry: TimelineEntry }) => (
  <s>
    <EventWords entry={entry} />
  </s>
);

function Meta({ entry }: { entry: TimelineEntry }) {
  const t = useText();
  const said = [entry.by?.name ?? '', entry.event === 'note-corrected' ? t('cases.event.note-corrected') : ''];
  return (
    <span className="row wrap small dim">
      {said.filter(Boolean).join(', ')}
      {entry.putRight && <Note>{t('rights.putRightBeside')}</Note>}
      {entry.toldOnce && <Reuse mayBeReused={entry.toldOnce.mayBeReused} />}
    </span>
  );
}

function Reuse({ mayBeReused }: { mayBeReused: boolean }) {
  const t = useText();
  return mayBeReused ? <Ok>{t('cases.mayReuse')}</Ok> : <Note>{t('cases.askBefore')}</Note>;
}
