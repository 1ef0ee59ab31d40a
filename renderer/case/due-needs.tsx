// Needs across cases as rows: when, whose, what, and a way there. What cannot wait lies under the lamp; what was only noticed
// is asked first.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { DueNeed } from '#shared/records/need';
import type { StaffRef } from '#shared/records/revision-mark';
import { useText } from '../text.ts';
import { Alias } from '../ui/hers.tsx';
import { Noticed, When } from '../ui/status-words.tsx';
import { casePath } from './case-tabs.ts';
import { useHouseTitle } from './check-in-words.ts';
import { useDueWords } from './need-words.tsx';
import { WindowLines } from './window-lines.tsx';
import './due-needs.css';

type Listed = DueNeed & { readonly worker?: StaffRef | null };

interface DueNeedsProps {
  readonly needs: readonly Listed[];
  readonly label?: string;
  /** The part of the case that a row opens; the summary without it. */
  readonly part?: string;
  /** Medical windows in one line each. */
  readonly windowsInFull?: boolean;
}

export function DueNeeds({ needs, label, part = '', windowsInFull = false }: DueNeedsProps) {
  return (
    <ul className="needs" aria-label={label}>
      {needs.map((need) => (
        <NeedRow key={need.id} need={need} part={part} windowsInFull={windowsInFull} />
      ))}
    </ul>
  );
}

interface NeedRowProps {
  readonly need: Listed;
  readonly part: string;
  readonly windowsInFull: boolean;
}

function NeedRow({ need, part, windowsInFull }: NeedRowProps) {
  const t = useText();
  const isNow = need.urgency === 'U0';
  const due = useDueWords()(need);
  const { caseFileId, nameUsed, caseNumber } = need.of;
  const title = useHouseTitle()(need);
  return (
    <li className={isNow ? 'lit' : ''}>
      <span className="n-when">
        <When tone={due.lit ? 'lit' : 'plain'}>{due.word}</When>
        <span className="small num">{due.detail}</span>
      </span>
      <span className="n-who">
        <Alias caseFileId={caseFileId} alias={nameUsed} caseNumber={caseNumber} />
        {need.worker && <span className="small dim">{need.worker.name}</span>}
      </span>
      <span className="n-what">
        <b dir="auto">{title}</b>
        {need.waitsForHer ? (
          <Noticed />
        ) : (
          need.note !== '' && (
            <span className="small dim" dir="auto">
              {need.note}
            </span>
          )
        )}
        <WindowLines windows={need.windows} inBrief={!windowsInFull} />
      </span>
      <Button
        variant={isNow ? 'filled' : 'default'}
        component={Link}
        href={casePath(caseFileId, part)}
        aria-label={`${isNow ? t('needs.start') : t('needs.open')}: ${title}`}
      >
        {isNow ? t('needs.start') : t('needs.open')}
      </Button>
    </li>
  );
}
