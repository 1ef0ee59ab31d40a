// Figures of laws and of the house's own rules, and laws that words rest on: each says whether anybody compared it with the law, and
// the house puts its own number there, says where it found it, and that it checked it.
import { Button, NumberInput, TextInput } from '@mantine/core';
import {
  type Figure,
  figures,
  type HousePlace,
  type HouseWord,
  isUnchecked,
  type LawPack,
  type StatuteId,
  statutes,
} from '#shared/legal/place';
import type { DateKind, MatterType } from '#shared/legal/regimes';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Ok } from '../../ui/status-words.tsx';

interface WordsProps {
  readonly place: HousePlace;
  readonly onWords: (words: HousePlace['words']) => void;
}

/** Those of the house's place and those of no place; of a house that has not said where it is, all. The UK keeps both conventions. */
const isOf = (pack: LawPack, of: LawPack): boolean =>
  pack === 'BLANK' || of === 'BLANK' || of === pack || (pack === 'UK' && of === 'EU_COE');

const nothingSaid: HouseWord = { amount: null, source: '', checkedOn: null };

export function FigureRows({ place, onWords }: WordsProps) {
  const t = useText();
  return (
    <Sheet title={t('place.figures')}>
      <div className="stack">
        <p className="small dim">{t('place.figuresSay')}</p>
        {Object.entries(figures)
          .filter(([, figure]) => isOf(place.pack, figure.pack))
          .map(([id, figure]) => (
            <LawLine
              key={id}
              id={id}
              of={figure}
              figure={figure}
              what={figureWords(t, id)}
              place={place}
              onWords={onWords}
            />
          ))}
      </div>
    </Sheet>
  );
}

export function StatuteRows({ place, onWords }: WordsProps) {
  const t = useText();
  return (
    <Sheet title={t('place.laws')}>
      <div className="stack">
        {Object.entries(statutes)
          .filter(([, { pack }]) => isOf(place.pack, pack))
          .map(([id, statute]) => (
            <LawLine
              key={id}
              id={id}
              of={statute}
              figure={null}
              what={t(`place.statute.${id as StatuteId}`)}
              place={place}
              onWords={onWords}
            />
          ))}
      </div>
    </Sheet>
  );
}

function figureWords(t: ReturnType<typeof useText>, id: string): string {
  if (id.startsWith('RIGHTS.') || id === 'REFERRAL.CHASE') return t(`place.right.${id as 'REFERRAL.CHASE'}`);
  const [type, from, to] = id.split('.') as [MatterType, DateKind, DateKind];
  const what = t(`legal.types.${type}`);
  return t('place.clock', { what, from: t(`legal.kinds.${from}`), to: t(`legal.kinds.${to}`) });
}

interface LineProps extends WordsProps {
  readonly id: string;
  readonly of: { readonly law: string; readonly verified: boolean };
  readonly figure: Figure | null;
  readonly what: string;
}

function LawLine({ id, of: { law, verified }, figure, what, place, onWords }: LineProps) {
  const t = useText();
  const word = place.words[id] ?? nothingSaid;
  // A number that no law gives is the house's to choose.
  const isOwnRule = figure !== null && law === '';
  const put = (part: Partial<HouseWord>): void => onWords({ ...place.words, [id]: { ...word, ...part } });
  return (
    <section className="place-law" aria-label={what}>
      <p>{what}</p>
      {law !== '' && <p className="small dim">{law}</p>}
      {figure && <Amount figure={figure} what={what} word={word} onWord={put} />}
      {isOwnRule ? (
        <p className="small dim">{t('place.ownRule')}</p>
      ) : (
        <Standing isOpen={isUnchecked(place, id, verified)} word={word} />
      )}
      {!isOwnRule && !(verified && word.amount === null) && (
        <div className="place-check">
          <TextInput
            aria-label={t('place.sourceOf', { what })}
            placeholder={t('place.source')}
            value={word.source}
            maxLength={200}
            dir="auto"
            autoComplete="off"
            onChange={({ currentTarget }) => put({ source: currentTarget.value })}
          />
          <Button
            size="compact-md"
            variant="default"
            aria-label={t('place.checkOf', { what })}
            onClick={() => put({ checkedOn: dateOf(now()) })}
          >
            {t('place.check')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Standing({ isOpen, word: { checkedOn } }: { isOpen: boolean; word: HouseWord }) {
  const t = useText();
  if (checkedOn !== null) return <Ok>{t('place.checked', { date: fullDate(checkedOn) })}</Ok>;
  return isOpen ? <Note>{t('place.unchecked')}</Note> : <p className="small dim">{t('place.verified')}</p>;
}

interface AmountProps {
  readonly figure: Figure;
  readonly what: string;
  readonly word: HouseWord;
  readonly onWord: (part: Partial<HouseWord>) => void;
}

/** Another number has not been checked by anybody yet. */
function Amount({ figure: { amount, unit }, what, word, onWord }: AmountProps) {
  const t = useText();
  return (
    <div className="place-amount">
      <NumberInput
        aria-label={what}
        value={word.amount ?? amount}
        min={1}
        max={36_500}
        allowDecimal={false}
        hideControls
        onChange={(value) =>
          onWord({ amount: typeof value === 'number' && value !== amount ? value : null, checkedOn: null })
        }
      />
      <span>{t(`place.unit.${unit}`)}</span>
      {word.amount !== null && <span className="small dim">{t('place.suggested', { count: amount })}</span>}
    </div>
  );
}
