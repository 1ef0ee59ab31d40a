// One line of the log in words: how they came, who they said they are, what they said as long as it is kept, what they were told.
import type { CallLine } from '#shared/records/caller-log';
import { dayAndTime, fullDate, timeOrDay } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Note, When } from '../../ui/status-words.tsx';

export function CallWords({ call }: { call: CallLine }) {
  const t = useText();
  const { way, claimed, words, hasWords, number, script, takenBy } = call;
  const told = [
    t(`callers.told.${script}`),
    ...(number === '' ? [] : [t('callers.numberShown', { number: `\u2066${number}\u2069` })]),
    t('callers.by', { name: takenBy?.name ?? t('callers.somebody') }),
  ];
  return (
    <div className="call">
      <span className="small dim num">{dayAndTime(call.at)}</span>
      <b>{t('callers.saidToBe', { way: t(`callers.ways.${way}`), claimed: t(`callers.claimedAs.${claimed}`) })}</b>
      {call.isThreat && <Threat seen={call.seen} />}
      {words !== null && <SaidWords words={words} />}
      {hasWords && words === null && <span className="small dim">{t('callers.wordsErased')}</span>}
      <span className="small dim">{told.join('. ')}</span>
    </div>
  );
}

function SaidWords({ words: { claimedWords, askedFor, eraseOn } }: { words: NonNullable<CallLine['words']> }) {
  const t = useText();
  return (
    <>
      {[claimedWords, askedFor]
        .filter((said) => said !== '')
        .map((said) => (
          <span key={said} className="call-said" dir="auto">
            {said}
          </span>
        ))}
      <span className="small dim">{t('callers.wordsUntil', { date: fullDate(eraseOn) })}</span>
    </>
  );
}

function Threat({ seen }: Pick<CallLine, 'seen'>) {
  const t = useText();
  if (seen === null) return <When tone="lit">{t('callers.isThreat')}</When>;
  const by = { name: seen.by?.name ?? t('callers.somebody'), time: timeOrDay(seen.at) };
  return <Note>{t('callers.isThreatSeen', by)}</Note>;
}
