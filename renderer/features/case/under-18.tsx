// On the case of somebody who counts as under 18: that it is so, and, when asked for, what follows from it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import type { Minority } from '#shared/records/minority';
import { useRead } from '../../api/use-vault.ts';
import { dayAndTime } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { IconInfo } from '../../ui/icons.ts';
import { Sheet } from '../../ui/sheet.tsx';

interface Under18Props {
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
}

export function Under18({ caseFileId, pronouns }: Under18Props) {
  const t = useText();
  const found = useRead('minority.get', { caseFileId });
  const [isOpen, setOpen] = useState(false);
  const standing = found.value?.standing;
  if (standing !== 'UNDER_18' && standing !== 'PERHAPS') return null;
  return (
    <>
      <section className="sunk-bar">
        <IconInfo size={20} aria-hidden />
        <p className="grow">{t(`minority.${standing}`)}</p>
        <Button size="compact-md" variant="default" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t('minority.hide') : t('minority.show')}
        </Button>
      </section>
      {isOpen && found.value && <WhatFollows minority={found.value} pronouns={pronouns} />}
    </>
  );
}

function WhatFollows({ minority, pronouns }: { minority: Minority; pronouns: Pronouns }) {
  const t = useText();
  const { fromElsewhere, tellBy } = minority;
  return (
    <Sheet title={t('minority.title')} className="under-18">
      <ul className="know">
        <li>{t('minority.sign', pronouns)}</li>
        <li>{t('minority.means')}</li>
        <li>{t('minority.room')}</li>
        <li>{t('minority.worker')}</li>
        <li>{t('minority.report', pronouns)}</li>
        {fromElsewhere !== 'NO' && (
          <li>
            {t('minority.us')} {tellBy !== null && <b>{t('minority.usBy', { when: dayAndTime(tellBy) })}</b>}
          </li>
        )}
        <li>{t('minority.uk')}</li>
      </ul>
    </Sheet>
  );
}
