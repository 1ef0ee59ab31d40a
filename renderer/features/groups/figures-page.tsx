// The groups of a month in figures, for this house alone. How often somebody came is not how many people came.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { GroupFigures } from '#shared/records/group-session';
import { useRead } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf, monthWords } from '../../dates.ts';
import { monthOf } from '../../month.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import './groups.css';

export function FiguresPage() {
  const t = useText();
  const [back, setBack] = useState(0);
  const period = monthOf(dateOf(now()), -back);
  const figures = useRead('groupSession.figures', period, { keepLast: true });
  return (
    <>
      <PageHead
        title={t('groups.figures')}
        fact={t('groups.figuresFact')}
        actions={
          <>
            <Button variant="default" onClick={() => setBack(back + 1)}>
              {t('groups.earlier')}
            </Button>
            <Button variant="default" disabled={back === 0} onClick={() => setBack(back - 1)}>
              {t('groups.later')}
            </Button>
          </>
        }
      />
      <p className="group-back">
        <Link href="/groups">{t('groups.toGroups')}</Link>
      </p>
      {figures.error && <ErrorSentence error={figures.error} />}
      {figures.value && (
        <div className="one-column">
          <Sheet title={monthWords(period.from.slice(0, 7))}>
            <Figures figures={figures.value} />
          </Sheet>
        </div>
      )}
    </>
  );
}

const counted = ['sessions', 'attendances', 'newPeople', 'debriefed', 'safetyFollowUps', 'atLeast'] as const;
const says = { attendances: 'attendancesSays', atLeast: 'atLeastSays' } as const;
const isExplained = (name: string): name is keyof typeof says => name in says;

function Figures({ figures }: { figures: GroupFigures }) {
  const t = useText();
  return (
    <dl className="group-figures">
      {counted.map((name) => (
        <div key={name}>
          <dt>
            {t(`groups.figure.${name}`)}
            {isExplained(name) && <span className="small dim">{t(`groups.${says[name]}`)}</span>}
          </dt>
          <dd>{name === 'atLeast' ? t('groups.atLeast', { count: figures.atLeast }) : figures[name]}</dd>
        </div>
      ))}
    </dl>
  );
}
