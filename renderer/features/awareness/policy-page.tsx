// What the house asks of those who decide, the nearest day first.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { StoredPolicyItem } from '#shared/records/policy-item';
import type { Translate } from '#shared/text/language';
import { useRead } from '../../api/use-vault.ts';
import { fullDate, shortDate } from '../../dates.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { When } from '../../ui/status-words.tsx';
import { AwarenessNav } from './awareness-nav.tsx';
import { PolicyForm } from './policy-form.tsx';

export function PolicyPage() {
  const t = useText();
  const [, navigate] = useLocation();
  const mayWrite = useMay('policyItem.save');
  const list = useRead('policyItem.list', {});
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <PageHead
        title={t('awareness.part.policy')}
        fact={t('awareness.policyFact')}
        actions={mayWrite && !isAdding && <Button onClick={() => setAdding(true)}>{t('awareness.addPolicy')}</Button>}
      />
      <AwarenessNav />
      {list.error && <ErrorSentence error={list.error} />}
      <div className="stack">
        {isAdding && (
          <PolicyForm
            item={null}
            onKept={({ id }) => navigate(`/awareness/policy/${id}`)}
            onCancel={() => setAdding(false)}
          />
        )}
        {list.value && (
          <Sheet flush>
            {list.value.length === 0 && <EmptyState>{t('awareness.noPolicy')}</EmptyState>}
            <Rows label={t('awareness.part.policy')}>
              {list.value.map((item) => (
                <ItemRow key={item.id} item={item} />
              ))}
            </Rows>
          </Sheet>
        )}
      </div>
    </>
  );
}

/** "A draft since 2 March 2026, in the region, for it". */
export const policyWords = (t: Translate, item: StoredPolicyItem): string =>
  [
    t('awareness.stageSince', { stage: t(`awareness.stages.${item.stage}`), date: fullDate(item.stageSince) }),
    t(`awareness.levels.${item.level}`),
    t(`awareness.positions.${item.position}`),
  ].join(' · ');

function ItemRow({ item }: { item: StoredPolicyItem }) {
  const t = useText();
  return (
    <li className="wrap">
      <span className="grow awareness-what">
        <Link href={`/awareness/policy/${item.id}`}>
          <b dir="auto">{item.title}</b>
        </Link>
        <span className="small dim">{policyWords(t, item)}</span>
      </span>
      {item.nextOn !== null && (
        <When>
          <span dir="auto">
            {item.nextWhat === ''
              ? shortDate(item.nextOn)
              : t('awareness.next', { date: shortDate(item.nextOn), what: item.nextWhat })}
          </span>
        </When>
      )}
    </li>
  );
}
