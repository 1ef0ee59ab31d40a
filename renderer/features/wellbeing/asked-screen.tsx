// A screen asked question by question: first whether there was such an event, where the screen begins with that; then its items;
// then what was answered, before anything is kept.
import type { AskedInstrument } from '#shared/instruments/instrument-definition';
import { newestInstrument } from '#shared/instruments/published';
import type { ScreeningAnswers } from '#shared/records/screening';
import { useText } from '../../text.ts';
import { Note } from '../../ui/status-words.tsx';
import { ItemQuestion } from './item-question.tsx';
import type { ScreeningInMaking } from './screening-draft.ts';

type Given = ScreeningAnswers & { entry: 'items' };

interface AskedScreenProps {
  readonly instrument: AskedInstrument;
  readonly screening: ScreeningInMaking;
  readonly given: Given;
  readonly onChange: (part: Partial<ScreeningInMaking>) => void;
}

/** How many steps lie before the end. */
export const stepsOf = ({ gate, items }: AskedInstrument): number => items.length + (gate === null ? 0 : 1);

export function AskedScreen({ instrument, screening, given, onChange }: AskedScreenProps) {
  const { gate, items } = instrument;
  const { at } = screening;
  const go = (to: number): void => onChange({ at: to });
  const onBack = at > 0 ? () => go(at - 1) : null;
  if (gate !== null && at === 0) {
    const answer = (said: Given['gate']): void => onChange({ given: { ...given, gate: said } });
    return (
      <Gate
        {...{ instrument, given }}
        onAnswer={answer}
        onGo={(said) => leaveGate(said, given, instrument, onChange)}
      />
    );
  }
  const index = at - (gate === null ? 0 : 1);
  const words = items[index];
  if (words === undefined) return null;
  const put = (value: number | null): Given => ({ ...given, answers: given.answers.with(index, value) });
  return (
    <ItemQuestion
      lead={<Lead instrument={instrument} index={index} carriedFrom={screening.carriedFrom} />}
      words={words}
      choices={instrument.scale}
      value={given.answers[index] ?? null}
      onChoose={(value) => onChange({ given: put(value) })}
      onNext={() => given.answers[index] !== null && go(at + 1)}
      onSkip={() => onChange({ given: put(null), at: at + 1 })}
      onBack={onBack}
    />
  );
}

/** A "no" ends the screen: nothing else is asked, and what was answered before is taken out again. */
function leaveGate(
  said: Given['gate'],
  given: Given,
  instrument: AskedInstrument,
  onChange: AskedScreenProps['onChange'],
): void {
  if (said === 'NO') {
    onChange({ given: { ...given, gate: 'NO', answers: given.answers.map(() => null) }, at: stepsOf(instrument) });
  } else onChange({ given: { ...given, gate: said }, at: 1 });
}

interface GateProps {
  readonly instrument: AskedInstrument;
  readonly given: Given;
  readonly onAnswer: (said: Given['gate']) => void;
  readonly onGo: (said: Given['gate']) => void;
}

function Gate({ instrument: { gate, scale }, given, onAnswer, onGo }: GateProps) {
  if (gate === null) return null;
  const value = given.gate === null ? null : given.gate === 'YES' ? 1 : 0;
  return (
    <ItemQuestion
      lead={
        <div className="screen-lead">
          <p>{gate.lead}</p>
          <ul className="screen-examples">
            {gate.examples.map((example) => (
              <li key={example}>{example}</li>
            ))}
          </ul>
        </div>
      }
      words={gate.question}
      choices={scale}
      value={value}
      onChoose={(chosen) => onAnswer(chosen === 1 ? 'YES' : 'NO')}
      onNext={() => given.gate !== null && onGo(given.gate)}
      onSkip={() => onGo(null)}
      onBack={null}
    />
  );
}

interface LeadProps {
  readonly instrument: AskedInstrument;
  readonly index: number;
  readonly carriedFrom: ScreeningInMaking['carriedFrom'];
}

function Lead({ instrument, index, carriedFrom }: LeadProps) {
  const t = useText();
  return (
    <div className="screen-lead">
      <p className="screen-stem">
        <span className="grow">{instrument.stem}</span>
        <span className="small dim num">{t('wellbeing.of', { at: index + 1, count: instrument.items.length })}</span>
      </p>
      {carriedFrom && <Note>{t('wellbeing.carried', { name: newestInstrument(carriedFrom).name })}</Note>}
    </div>
  );
}
