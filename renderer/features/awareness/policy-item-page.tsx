// One thing that is asked for, and the evidence it rests on.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { StoredPolicyItem } from '#shared/records/policy-item';
import { useRead } from '../../api/use-vault.ts';
import { fullDate } from '../../dates.ts';
import type { PageProps } from '../../route.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { EvidenceSheet } from './evidence-sheet.tsx';
import { PackSheet } from './pack-sheet.tsx';
import { PolicyForm } from './policy-form.tsx';
import { policyWords } from './policy-page.tsx';
import './awareness.css';

export function PolicyItemPage({ params }: PageProps) {
  const t = useText();
  const list = useRead('policyItem.list', {});
  const mayWrite = useMay('policyItem.save');
  const [isChanging, setChanging] = useState(false);
  const item = list.value?.find(({ id }) => id === params['itemId']);
  if (list.error) return <ErrorSentence error={list.error} />;
  if (list.value === undefined) return null;
  if (item === undefined) return <EmptyState>{t('awareness.noPolicy')}</EmptyState>;
  const close = (): void => setChanging(false);
  return (
    <>
      <PageHead
        title={<span dir="auto">{item.title}</span>}
        fact={policyWords(t, item)}
        actions={
          mayWrite &&
          !isChanging && (
            <Button
              variant="default"
              aria-label={t('awareness.changeThe', { title: item.title })}
              onClick={() => setChanging(true)}
            >
              {t('awareness.change')}
            </Button>
          )
        }
      />
      <p className="awareness-back">
        <Link href="/awareness/policy">{t('awareness.toPolicy')}</Link>
      </p>
      <div className="two-columns">
        <div className="stack">
          {isChanging ? <PolicyForm item={item} onKept={close} onCancel={close} /> : <About item={item} />}
          <EvidenceSheet item={item} />
        </div>
        <div className="stack">{mayWrite && <PackSheet item={item} />}</div>
      </div>
    </>
  );
}

function About({ item }: { item: StoredPolicyItem }) {
  const t = useText();
  const next = item.nextOn === null ? '' : t('awareness.next', { date: fullDate(item.nextOn), what: item.nextWhat });
  const facts = [
    ['issues', item.issues.map((one) => t(`awareness.issue.${one}`)).join(', ')],
    ['asks', item.asks],
    ['nextOn', next],
    ['contacts', item.contacts],
  ] as const;
  return (
    <Sheet>
      <dl className="awareness-facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{t(name === 'asks' ? 'awareness.part.policy' : `awareness.${name}`)}</dt>
              <dd className="story-words" dir="auto">
                {value}
              </dd>
            </div>
          ))}
      </dl>
    </Sheet>
  );
}
