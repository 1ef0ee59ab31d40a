// What the marks add up to, in words, with what it rests on and how much was asked. A decision aid: it decides nothing.
import { ilo2009 } from '#shared/indicators/ilo-2009';
import type { StoredIndicators } from '#shared/records/identification-indicators';
import {
  type Assessment,
  asked,
  assess,
  type Counts,
  type IndicatorMarks,
  type IndicatorProfile,
  type Pattern,
} from '#shared/records/identification-rules';
import { fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';

export function usePatternWords(): (profile: IndicatorProfile, pattern: Pattern) => string {
  const t = useText();
  return (profile, pattern) => {
    if (profile === 'AL' || profile === 'AS') return t(`happened.patternAdult.${pattern}`);
    // For a child the means only add weight: there are three ways it can stand.
    return t(`happened.patternChild.${pattern === 'NONE' || pattern === 'TRAFFICKING' ? pattern : 'EXPLOITATION'}`);
  };
}

interface ResultProps {
  readonly profile: IndicatorProfile;
  readonly marks: IndicatorMarks;
  readonly actRecorded: boolean;
}

/** Worked out from what is on the screen, whether it is kept yet or not. */
export function ResultSheet({ profile, marks, actRecorded }: ResultProps) {
  const t = useText();
  const words = usePatternWords();
  const result = assess(profile, marks, actRecorded);
  return (
    <Sheet title={t('happened.resultTitle')}>
      <div className="stack happened-result" role="status">
        {result === null ? (
          <p>{t('happened.checklist')}</p>
        ) : (
          <>
            <p>
              <b>{words(profile, result.pattern)}</b>
            </p>
            <Dimensions title={t('happened.restsOn')} result={result} list={result.restsOn} />
            <Dimensions title={t('happened.addsWeight')} result={result} list={result.beside} />
          </>
        )}
        <p>{t('happened.askedOf', asked(profile, marks))}</p>
        {profile === 'CL' && !actRecorded && <p className="small">{t('happened.actNote')}</p>}
        <p className="small dim">{t('happened.aid')}</p>
      </div>
    </Sheet>
  );
}

/** "1 strong, 2 medium": what weighs nothing is not named. */
function useCounts(): (present: Counts) => string {
  const t = useText();
  return (present) =>
    (['strong', 'medium', 'weak'] as const)
      .filter((weight) => present[weight] > 0)
      .map((weight) => t(`happened.weight.${weight}`, { number: present[weight] }))
      .join(', ');
}

interface DimensionsProps {
  readonly title: string;
  readonly result: Assessment;
  readonly list: Assessment['restsOn'];
}
function Dimensions({ title, result, list }: DimensionsProps) {
  const counts = useCounts();
  if (list.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul className="happened-rests">
        {result.dimensions
          .filter(({ dimension }) => list.includes(dimension))
          .map(({ dimension, present }) => (
            <li key={dimension}>
              {ilo2009.dimensions.find(({ id }) => id === dimension)?.title}
              <p className="small dim">{counts(present)}</p>
            </li>
          ))}
      </ul>
    </div>
  );
}

/** Each kept state with its day, worker and weights, newest first. */
export function KeptResults({ states }: { states: readonly StoredIndicators[] }) {
  const t = useText();
  const words = usePatternWords();
  if (states.length === 0) return null;
  return (
    <Sheet title={t('happened.keptTitle')}>
      <ul className="stack happened-glance">
        {states.map((one) => (
          <li key={one.revision}>
            <p>{one.result === null ? t('happened.checklistShort') : words(one.profile, one.result.pattern)}</p>
            <p className="small dim">
              {one.savedBy
                ? t('happened.kept', { date: fullDate(one.assessedOn), name: one.savedBy.name })
                : t('happened.keptLine', { date: fullDate(one.assessedOn) })}
              {'. '}
              {t('happened.askedOf', asked(one.profile, one.marks))}
              {'. '}
              {t('happened.weights', { version: one.weightsVersion })}
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
