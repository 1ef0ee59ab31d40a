// What the house still keeps for who is leaving, beside the line "belongings": it can be given back here, and stays a line to be settled
// until it is.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import type { ShownThing } from '#shared/records/kept-thing';
import { useRead } from '../../api/use-vault.ts';
import { GiveBack } from '../../case/give-back.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';

export function StillKept({ caseFileId }: { caseFileId: CaseFileId }) {
  const t = useText();
  const found = useRead('keptThing.ofCase', { caseFileId });
  if (found.error) return <ErrorSentence error={found.error} />;
  if (!found.value) return null;
  const kept = found.value.things.filter(({ givenBack }) => givenBack === null);
  if (kept.length === 0) return <span className="small dim exit-link">{t('exit.nothingKept')}</span>;
  return (
    <div className="exit-kept">
      <span className="small">{t('exit.stillKept', { count: kept.length })}</span>
      <ul className="exit-things">
        {kept.map((thing) => (
          <KeptLine key={thing.id} thing={thing} />
        ))}
      </ul>
    </div>
  );
}

function KeptLine({ thing }: { thing: ShownThing }) {
  const t = useText();
  const [isGiving, setGiving] = useState(false);
  const { what, place } = thing;
  return (
    <li>
      <div className="row wrap">
        <span className="grow" dir="auto">
          {t('exit.keptAt', { what, place })}
        </span>
        {!isGiving && (
          <Button
            size="compact-md"
            variant="default"
            aria-label={t('things.giveBackOf', { what })}
            onClick={() => setGiving(true)}
          >
            {t('things.giveBack')}
          </Button>
        )}
      </div>
      {isGiving && <GiveBack thing={thing} onDone={() => setGiving(false)} />}
    </li>
  );
}
