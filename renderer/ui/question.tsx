// One question: mark, question, field, and a row of ways out that all have the size and weight of answering.
import { Button, Menu, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId } from 'react';
import type { Pronouns } from '../pronouns.ts';
import { useText } from '../text.ts';
import {
  type Icon,
  IconCheck,
  IconDeclined,
  IconLater,
  IconLock,
  IconMore,
  IconNotApplicable,
  IconNotAsked,
  IconQuestion,
} from './icons.ts';

/** How a question stands. `later` is how the screen shows a question that was not asked and is left for another day. */
export type Mark = 'answered' | 'notAsked' | 'later' | 'declined' | 'notKnown' | 'notApplicable' | 'withheld';
export type Way = Exclude<Mark, 'answered'>;

const icons: Record<Mark, Icon> = {
  answered: IconCheck,
  notAsked: IconNotAsked,
  later: IconLater,
  declined: IconDeclined,
  notKnown: IconQuestion,
  notApplicable: IconNotApplicable,
  withheld: IconLock,
};
const openWays = ['notAsked', 'later', 'declined'] as const;
const moreWays = ['notKnown', 'notApplicable', 'withheld'] as const;
const foldedWords = {
  later: 'words.foldedLater',
  declined: 'words.foldedDeclined',
  notKnown: 'words.foldedNotKnown',
  notApplicable: 'words.foldedNotApplicable',
  withheld: 'words.foldedWithheld',
} as const;

/** The small round mark, the same in the list of parts and at the question. */
export function StateMark({ mark }: { mark: Mark }) {
  const t = useText();
  const Sign = icons[mark];
  return (
    <span className={`mark mark-${mark}`}>
      <Sign size={13} stroke={2.4} aria-hidden />
      <span className="vh">{t(`words.${mark}`)}</span>
    </span>
  );
}

function WayButton({ way, mark, onWay }: { way: Way; mark: Mark; onWay: (way: Way) => void }) {
  const t = useText();
  const Sign = icons[way];
  return (
    <UnstyledButton className="way" aria-pressed={way === mark} onClick={() => onWay(way)}>
      <Sign size={14} aria-hidden />
      {t(`words.${way}`)}
    </UnstyledButton>
  );
}

function Ways({ mark, onWay }: { mark: Mark; onWay: (way: Way) => void }) {
  const t = useText();
  return (
    <div className="ways" role="group" aria-label={t('words.ways')}>
      {mark === 'answered' && (
        <span className="way way-on">
          <IconCheck size={14} aria-hidden />
          {t('words.answered')}
        </span>
      )}
      {openWays.map((way) => (
        <WayButton key={way} way={way} mark={mark} onWay={onWay} />
      ))}
      <Menu position="bottom-start">
        <Menu.Target>
          <UnstyledButton className="way" aria-label={t('words.moreWays')}>
            <IconMore size={16} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {moreWays.map((way) => (
            <Menu.Item key={way} onClick={() => onWay(way)}>
              {t(`words.${way}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

interface QuestionProps {
  readonly ask: string;
  readonly hint?: string | undefined;
  readonly mark: Mark;
  readonly pronouns: Pronouns;
  /** The field. It is named by the question; `labelId` goes into its aria-labelledby. */
  readonly children: (labelId: string) => ReactNode;
  readonly onWay: (way: Way) => void;
  /** "Change" on a folded question: show the field again. */
  readonly onChange: () => void;
}

export function Question({ ask, hint, mark, pronouns, children, onWay, onChange }: QuestionProps) {
  const t = useText();
  const labelId = useId();
  const isFolded = mark !== 'answered' && mark !== 'notAsked';
  return (
    <div className={isFolded ? 'question question-folded' : 'question'} role="group" aria-labelledby={labelId}>
      <StateMark mark={mark} />
      <div className="grow">
        <h3 id={labelId}>{ask}</h3>
        {isFolded ? (
          <p className="folded">
            {textOf(t, mark, pronouns)}
            <Button size="compact-sm" variant="subtle" onClick={onChange} aria-describedby={labelId}>
              {t('words.change')}
            </Button>
          </p>
        ) : (
          <>
            {hint && <p className="hint">{hint}</p>}
            {children(labelId)}
            <Ways mark={mark} onWay={onWay} />
          </>
        )}
      </div>
    </div>
  );
}

type Folded = keyof typeof foldedWords;
function textOf(t: ReturnType<typeof useText>, mark: Folded, { they, They }: Pronouns): string {
  if (mark === 'later') return t('words.foldedLater', { they });
  if (mark === 'declined') return t('words.foldedDeclined', { They });
  return t(foldedWords[mark]);
}
