// One correction or statement as it is read: the wrong words struck, the right ones after them, in her typeface.
import type { StoredAmendment } from '#shared/records/amendment';
import { fullDate } from '../dates.ts';
import { useText } from '../text.ts';
import { Hers } from '../ui/hers.tsx';

export function AmendmentWords({ amendment }: { amendment: StoredAmendment }) {
  const t = useText();
  const { kind, part, wrong, words, saidOn, savedBy } = amendment;
  const name = kind === 'CORRECTION' ? t('rights.correction') : t('rights.statement');
  const facts = [t('rights.saidOn', { kind: name, date: fullDate(saidOn) }), part, savedBy?.name ?? ''];
  return (
    <span className="stack grow amendment">
      <span className="small dim" dir="auto">
        {facts.filter(Boolean).join(', ')}
      </span>
      {wrong !== '' && <s dir="auto">{wrong}</s>}
      <Hers quote={kind === 'STATEMENT'}>{words}</Hers>
    </span>
  );
}

/** A text with the words struck that a correction says are wrong; they stay readable. */
export function StruckText({ text, wrong }: { text: string; wrong: readonly string[] }) {
  const found = wrong.find((words) => words !== '' && text.includes(words));
  if (found === undefined) return text;
  const at = text.indexOf(found);
  return (
    <>
      {text.slice(0, at)}
      <s>{found}</s>
      <StruckText text={text.slice(at + found.length)} wrong={wrong} />
    </>
  );
}
