// Leaflets, posters and slides: which version counts, until when, and where it lies.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { materialStatus, type StoredMaterial } from '#shared/records/material';
import { useRead } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { languageName } from '../../forms/language-select.tsx';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Ok, Waits, When, Word } from '../../ui/status-words.tsx';
import { AwarenessNav } from './awareness-nav.tsx';
import { MaterialForm } from './material-form.tsx';

export function MaterialsPage() {
  const t = useText();
  const mayWrite = useMay('material.save');
  const list = useRead('material.list', {});
  const [writing, setWriting] = useState<StoredMaterial | 'new' | null>(null);
  return (
    <>
      <PageHead
        title={t('awareness.part.materials')}
        fact={t('awareness.materialsFact')}
        actions={
          mayWrite &&
          writing === null && <Button onClick={() => setWriting('new')}>{t('awareness.addMaterial')}</Button>
        }
      />
      <AwarenessNav />
      {list.error && <ErrorSentence error={list.error} />}
      <div className="stack">
        {writing !== null && (
          <MaterialForm saved={writing === 'new' ? null : writing} onDone={() => setWriting(null)} />
        )}
        {list.value && (
          <Sheet flush>
            {list.value.length === 0 && <EmptyState>{t('awareness.noMaterials')}</EmptyState>}
            <Rows label={t('awareness.part.materials')}>
              {list.value.map((one) => (
                <MaterialRow key={one.id} material={one} onChange={mayWrite ? () => setWriting(one) : null} />
              ))}
            </Rows>
          </Sheet>
        )}
      </div>
    </>
  );
}

function MaterialRow({ material, onChange }: { material: StoredMaterial; onChange: (() => void) | null }) {
  const t = useText();
  const { title, kind, version, language, where } = material;
  const facts = [
    t(`awareness.materialKinds.${kind}`),
    t('awareness.versionIs', { version }),
    language === '' ? t('awareness.noLanguage') : languageName(language),
    where,
  ].filter((fact) => fact !== '');
  return (
    <li className="wrap">
      <span className="grow awareness-what">
        <b dir="auto">{title}</b>
        <span className="small dim" dir="auto">
          {facts.join(', ')}
        </span>
      </span>
      <Standing material={material} />
      {onChange && (
        <Button size="compact-md" variant="default" aria-label={t('awareness.changeThe', { title })} onClick={onChange}>
          {t('awareness.change')}
        </Button>
      )}
    </li>
  );
}

function Standing({ material }: { material: StoredMaterial }) {
  const t = useText();
  const date = material.expiresOn === null ? '' : fullDate(material.expiresOn);
  switch (materialStatus(material, dateOf(now()))) {
    case 'CURRENT':
      return <Ok>{t('awareness.status.CURRENT')}</Ok>;
    case 'DUE':
      return <When>{t('awareness.status.DUE', { date })}</When>;
    case 'EXPIRED':
      return <Waits>{t('awareness.status.EXPIRED', { date })}</Waits>;
    case 'WITHDRAWN':
      return <Word>{t('awareness.status.WITHDRAWN')}</Word>;
  }
}
