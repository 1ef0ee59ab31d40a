// What colleagues wrote in my cases since I was last here, newest first, in the words of the history.
import { useRead } from '../../api/use-vault.ts';
import { EventWords } from '../../case/event-words.tsx';
import { dayAndTime, timeOfDay } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Alias } from '../../ui/hers.tsx';
import { Sheet } from '../../ui/sheet.tsx';

export function SinceLastShift() {
  const t = useText();
  const shift = useRead('calendar.sinceLastShift', {});
  if (!shift.value || shift.value.since === null) return null;
  const { since, entries, total } = shift.value;
  const more = total - entries.length;
  return (
    <Sheet title={t('calendar.since')}>
      <p className="small dim num">{dayAndTime(since)}</p>
      {entries.length === 0 && <p className="dim">{t('calendar.sinceNothing')}</p>}
      {entries.length > 0 && (
        <ul className="since">
          {entries.map((entry) => (
            <li key={`${entry.recordId}${entry.revision}`}>
              <Alias
                caseFileId={entry.of.caseFileId}
                alias={entry.of.nameUsed}
                caseNumber={entry.of.caseNumber}
                size={20}
              />
              <span dir="auto">
                <EventWords entry={entry} />
              </span>
              <span className="small dim num">
                {[entry.by?.name ?? '', timeOfDay(entry.at)].filter(Boolean).join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="small dim">{t('calendar.sinceMore', { count: more })}</p>}
    </Sheet>
  );
}
