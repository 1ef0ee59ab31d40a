// One act: when, who, what, and of which case the number. What was refused says so with word and icon.
import { Link } from 'wouter';
import type { HistoryLine } from '#shared/records/audit-entry';
import { english } from '#shared/text/english';
import { timeOfDay } from '../../dates.ts';
import { useText } from '../../text.ts';
import { IconSigned, IconStop } from '../../ui/icons.ts';
import { SealedNumber } from '../../ui/sealed-number.tsx';
import { Note, Ok, Word } from '../../ui/status-words.tsx';
import { actWords, besideWords } from './act-words.ts';
import type { Act } from './joined-lines.ts';

type Kind = keyof typeof english.kinds;
const isKind = (kind: string): kind is Kind => Object.hasOwn(english.kinds, kind);

export function ActRow({ act: { line, count, kinds } }: { act: Act }) {
  const t = useText();
  const { at, who, of } = line;
  const beside = besideWords(t, line);
  const written = count > 1 ? kinds.filter(isKind).map((kind) => t(`kinds.${kind}`)) : [];
  return (
    <li className="history-row">
      <span className="history-time num">{timeOfDay(at)}</span>
      <span className="history-who" dir="auto">
        {who?.name ?? t('history.program')}
      </span>
      <span className="history-what">
        <span>{actWords(t, line)}</span>
        {beside !== null && <span className="small dim">{beside}</span>}
        {count > 1 && <span className="small dim">{[t('history.count', { count }), ...written].join(' · ')}</span>}
      </span>
      <span className="history-end">
        {of !== null && <OfCase of={of} />}
        <Marks line={line} />
      </span>
    </li>
  );
}

function OfCase({ of }: { of: NonNullable<HistoryLine['of']> }) {
  const t = useText();
  switch (of.state) {
    case 'OPEN':
      return (
        <Link
          className="num"
          href={`/cases/${of.caseFileId}`}
          aria-label={t('history.case', { number: of.caseNumber })}
        >
          {of.caseNumber}
        </Link>
      );
    case 'NUMBER':
      return (
        <span className="num" aria-label={t('history.case', { number: of.caseNumber })} role="img">
          {of.caseNumber}
        </span>
      );
    case 'SEALED':
      return <SealedNumber caseNumber={of.caseNumber} size={15} />;
    case 'ERASED':
      return <span className="small dim">{t('history.erasedCase')}</span>;
  }
}

function Marks({ line: { outcome, isSigned, who } }: { line: HistoryLine }) {
  const t = useText();
  return (
    <>
      {outcome === 'REFUSED' && (
        <Word tone="note" icon={<IconStop size={15} aria-hidden />}>
          {t('history.refused')}
        </Word>
      )}
      {outcome === 'FAILED' && <Note>{t('history.failed')}</Note>}
      {outcome === 'CHECKED' && <Ok>{t('history.checked')}</Ok>}
      {isSigned && (
        <span className="history-signed" title={t('history.signed', { name: who?.name ?? '' })}>
          <Word icon={<IconSigned size={15} aria-hidden />}>{t('history.signedShort')}</Word>
        </span>
      )}
    </>
  );
}
