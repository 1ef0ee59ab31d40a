// Whose word a package is, as far as can be known: a name that anybody can write, and a key whose six words are compared by telephone.
// Then what it is, what it may be used for, and what lies in it.
import { Checkbox } from '@mantine/core';
import type { ReceivedPreview } from '#shared/records/received-package';
import { useFileSize } from '../../case/file-size.ts';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Ok, Stop } from '../../ui/status-words.tsx';

interface FromProps {
  readonly found: ReceivedPreview;
  readonly compared: boolean;
  readonly onCompared: (compared: boolean) => void;
}

export function FromWhom({ found, compared, onCompared }: FromProps) {
  const t = useText();
  const { sender, keptBefore, comparedBefore } = found;
  return (
    <Sheet title={t('received.from')}>
      <div className="stack one-column">
        <p>
          {t('received.claims')}: <bdi>{sender.name}</bdi>
        </p>
        <p className="dim">{t('received.claimHint')}</p>
        <div role="group" aria-label={t('received.words')}>
          <p className="six-words">{sender.words.join(' ')}</p>
        </div>
        {comparedBefore && <Ok>{t('received.knownCompared')}</Ok>}
        {!comparedBefore && <Note>{keptBefore ? t('received.known') : t('received.unknown')}</Note>}
        <Checkbox
          label={t('received.compared')}
          description={t('received.compareHow')}
          checked={compared}
          onChange={(event) => onCompared(event.currentTarget.checked)}
        />
      </div>
    </Sheet>
  );
}

export function WhatItIs({ found }: { found: ReceivedPreview }) {
  const t = useText();
  const until = fullDate(found.usableUntil);
  const lines = [
    [t('received.purpose'), found.purpose],
    [t('received.until'), until],
    [t('received.forWhom'), found.recipientName],
    [t('received.madeOn'), fullDate(found.madeOn)],
    [t('received.reference'), found.caseReference],
  ] as const;
  return (
    <Sheet title={t('received.about')}>
      <div className="stack">
        {found.toEarlierKey && <Note>{t('received.toEarlier')}</Note>}
        {found.usableUntil < dateOf(now()) && <Stop>{t('received.over', { date: until })}</Stop>}
        <p>{t('received.terms', { date: until })}</p>
        <table className="twin received-lines">
          <tbody>
            {lines.map(([label, value]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td dir="auto">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <FilesInIt found={found} />
      </div>
    </Sheet>
  );
}

function FilesInIt({ found: { files } }: { found: ReceivedPreview }) {
  const t = useText();
  const sizeOf = useFileSize();
  return (
    <table className="twin received-lines">
      <caption>{t('received.inIt')}</caption>
      <tbody>
        {files.map(({ name, title, bytes, mayCome }) => (
          <tr key={name}>
            <th scope="row" dir="auto">
              {title ?? name}
            </th>
            <td>{sizeOf(bytes)}</td>
            <td>{title === null ? t('received.stays') : mayCome ? name : t('received.tooLarge')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
