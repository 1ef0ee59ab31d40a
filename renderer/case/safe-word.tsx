// The word by which we know it is her. It lives with the sealed words of her safety plan and is opened with a reason;
// sixty seconds later it is gone from the page.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import { useRead } from '../api/use-vault.ts';
import { AskWhy } from './ask-why.tsx';
import { OPEN_FOR, useMinute } from './use-minute.ts';
import { useText } from '../text.ts';
import { Hers } from '../ui/hers.tsx';
import { Sealed } from '../ui/sealed.tsx';
import { Sheet } from '../ui/sheet.tsx';

export function SafeWord({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const plan = useRead('safetyPlan.get', { caseFileId });
  const [isAsking, setAsking] = useState(false);
  const [word, setWord] = useState<string | null>(null);
  const thing = t('reach.safeWord');
  if (word !== null) return <Lit word={word} onClose={() => setWord(null)} />;
  if (isAsking) {
    return (
      <AskWhy
        caseFileId={caseFileId}
        thing={thing}
        onOpened={({ answers }) => {
          const said = answers['code-word']?.value;
          setAsking(false);
          setWord(typeof said === 'string' ? said : '');
        }}
        onLeave={() => setAsking(false)}
      />
    );
  }
  if (plan.value?.sealed !== true) return null;
  return <Sealed thing={thing} hint={t('reach.checkWord')} onOpen={() => setAsking(true)} />;
}

function Lit({ word, onClose }: { word: string; onClose: () => void }) {
  const t = useText();
  const { left } = useMinute(onClose);
  return (
    <Sheet title={t('reach.safeWord')}>
      <div className="stack">
        <span className="time-line" aria-hidden="true">
          <span style={{ width: `${(left / OPEN_FOR) * 100}%` }} />
        </span>
        {word === '' ? <p>{t('reach.noSafeWord')}</p> : <Hers size="lg">{word}</Hers>}
        <p className="small dim">{t('reach.checkWord')}</p>
        <div>
          <Button variant="default" size="compact-md" onClick={onClose}>
            {t('reach.closeWord')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
