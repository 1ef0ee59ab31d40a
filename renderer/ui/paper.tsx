// The sheet as it will come out of the printer: ink on white, in both schemes, with nothing on it that names a place.
// How it looks stands with the prints (features/prints/prints.css), which are a part of every page.
import type { ComponentType, ReactNode } from 'react';
import { useText } from '../text.ts';
import {
  IconAccessible,
  IconCases,
  IconClock,
  IconDevice,
  IconDoor,
  IconHome,
  IconMoney,
  IconNoticed,
  IconPartners,
  IconPhone,
  IconRoute,
  IconTea,
} from './icons.ts';

export interface SheetLine {
  readonly id: string;
  readonly words: string;
  /** Said by her, and set in her typeface. */
  readonly hers: boolean;
  /** What the words are about, above them. */
  readonly label?: string;
  /** Who does it, by when. */
  readonly note?: string;
}
export interface SheetSection {
  readonly id: string;
  /** Absent where a title would tell a stranger what the paper is. */
  readonly title?: string;
  readonly lines: readonly SheetLine[];
}

interface PaperProps {
  readonly sections: readonly SheetSection[];
  /** The name she uses, when she wants it on the paper. */
  readonly name: string | null;
  readonly size: 'normal' | 'large' | 'card';
  readonly withPictures: boolean;
  /** Above everything: to whom. */
  readonly head?: ReactNode;
  /** Below the lines: who signs. */
  readonly end?: ReactNode;
  /** "Destroy this paper by 2 May 2026" */
  readonly foot: ReactNode;
}

export function Paper({ sections, name, size, withPictures, head, end, foot }: PaperProps) {
  const t = useText();
  return (
    <article className={`paper paper-${size}`} aria-label={t('prints.preview')}>
      {head}
      {name !== null && (
        <p className="paper-name" dir="auto">
          {name}
        </p>
      )}
      {sections.map(({ id, title, lines }) => (
        <section key={id} className={withPictures ? 'paper-pictured' : undefined}>
          {withPictures && <Picture section={id} />}
          <div>
            {title !== undefined && <h3>{title}</h3>}
            <ul>
              {lines.map((line) => (
                <li key={line.id}>
                  {line.label && <span className="paper-note">{line.label}</span>}
                  <span dir="auto" className={line.hers ? 'hers' : undefined}>
                    {line.words}
                  </span>
                  {line.note && <span className="paper-note">{line.note}</span>}
                </li>
              ))}
            </ul>
          </div>
        </section>
      ))}
      {end}
      <footer>{foot}</footer>
    </article>
  );
}

/** One picture a part of the safety plan, for whoever reads pictures more easily than titles. */
const pictures: Readonly<Record<string, ComponentType<{ size: number; 'aria-hidden': true }>>> = {
  'risk-picture': IconNoticed,
  'warning-signs': IconNoticed,
  'safe-people-and-places': IconPartners,
  'getting-out': IconDoor,
  'if-approached': IconPhone,
  'daily-routes': IconRoute,
  technology: IconDevice,
  'court-and-offices': IconClock,
  children: IconAccessible,
  family: IconPartners,
  feelings: IconTea,
  money: IconMoney,
  substances: IconTea,
  'after-moving': IconHome,
};

function Picture({ section }: { section: string }) {
  const Drawn = pictures[section] ?? IconCases;
  return <Drawn size={44} aria-hidden />;
}
