// Open needs across cases, nearest first. What cannot wait lies under the lamp; what was only noticed is asked first.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { DueNeed } from '#shared/records/need';
import { casePath } from '../../case/case-tabs.ts';
import { useHouseTitle } from '../../case/check-in-words.ts';
import { useDueWords } from '../../case/need-words.tsx';
import { useText } from '../../text.ts';
import { Alias } from '../../ui/hers.tsx';
import { Noticed, When } from '../../ui/status-words.tsx';

export function NeedsToday({ needs }: { needs: readonly DueNeed[] }) {
  return (
    <ul className="needs">
      {needs.map((need) => (
        <NeedRow key={need.id} need={need} isNow={need.urgency === 'U0'} />
      ))}
    </ul>
  );
}

function NeedRow({ need, isNow }: { need: DueNeed; isNow: boolean }) {
  const t = useText();
  const due = useDueWords()(need);
  const { caseFileId, nameUsed } = need.of;
  const noticed = need.source === 'OBSERVED' && need.status === 'IDENTIFIED' && !isNow;
  const title = useHouseTitle()(need);
  return (
    <li className={isNow ? 'lit' : ''}>
      <span className="n-when">
        <When tone={due.lit ? 'lit' : 'plain'}>{due.word}</When>
        <span className="small num">{due.detail}</span>
      </span>
      <span className="n-who">
        <Alias caseFileId={caseFileId} alias={nameUsed} />
      </span>
      <span className="n-what">
        <b dir="auto">{title}</b>
        {noticed ? (
          <Noticed />
        ) : (
          need.note !== '' && (
            <span className="small dim" dir="auto">
              {need.note}
            </span>
          )
        )}
      </span>
      <Button
        variant={isNow ? 'filled' : 'default'}
        component={Link}
        href={casePath(caseFileId)}
        aria-label={`${isNow ? t('needs.start') : t('needs.open')}: ${title}`}
      >
        {isNow ? t('needs.start') : t('needs.open')}
      </Button>
    </li>
  );
}
