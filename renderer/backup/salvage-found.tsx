// What a look at damaged records found: what can be saved, what is missing, and what a backup could still bring.
import { useEffect, useRef } from 'react';
import type { SalvageFindings } from '#shared/records/salvage';
import { useText } from '../text.ts';
import { Note, Ok } from '../ui/status-words.tsx';

/** `hadBackup`: this look had one already. */
export function SalvageFound({ found, hadBackup }: { found: SalvageFindings; hadBackup: boolean }) {
  const t = useText();
  const lines = missingLines(t, found);
  const heading = useRef<HTMLHeadingElement>(null);
  // It stands below what was filled in, and may be out of sight.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="night-help" aria-labelledby="salvage-found" role="status">
      <h2 id="salvage-found" ref={heading} tabIndex={-1}>
        {t('salvage.found')}
      </h2>
      <p>
        <b>{t('salvage.records', { count: found.records })}</b>{' '}
        {found.refilled > 0 && t('salvage.refilled', { count: found.refilled })}
      </p>
      {lines.length === 0 ? (
        <Ok>{t('salvage.allThere')}</Ok>
      ) : (
        <ul className="plain-list">
          {lines.map((line) => (
            <li key={line}>
              <Note>{line}</Note>
            </li>
          ))}
        </ul>
      )}
      {lines.length > 0 && !hadBackup && <p>{t('salvage.tryBackup')}</p>}
      {found.directorNeeded && <Note>{t('salvage.older')}</Note>}
      <p className="dim">{t('salvage.goesOn')}</p>
    </section>
  );
}

function missingLines(
  t: ReturnType<typeof useText>,
  { missing, historyLines, unsigned, savesLost, parts }: SalvageFindings,
): string[] {
  const counted = [
    [missing.whole, 'salvage.wholeCount'],
    [missing.newest, 'salvage.newestCount'],
    [missing.apart, 'salvage.apartCount'],
    [missing.file, 'salvage.fileCount'],
    [missing.earlier, 'salvage.earlierCount'],
    [savesLost, 'salvage.savesCount'],
    [historyLines, 'salvage.historyCount'],
    [unsigned, 'salvage.unsignedCount'],
  ] as const;
  return [
    ...counted.flatMap(([count, key]) => (count === 0 ? [] : [t(key, { count })])),
    ...parts.map((part) => t(`salvage.part.${part}`)),
  ];
}
