// What goes out when, and whether its message was looked through.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { isLookedThrough, type StoredCampaign } from '#shared/records/campaign';
import { useRead } from '../../api/use-vault.ts';
import { fullDate } from '../../dates.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Ok, Waits } from '../../ui/status-words.tsx';
import { AwarenessNav } from './awareness-nav.tsx';
import { CampaignForm } from './campaign-form.tsx';

export function CampaignsPage() {
  const t = useText();
  const mayWrite = useMay('campaign.save');
  const list = useRead('campaign.list', {});
  const [writing, setWriting] = useState<StoredCampaign | 'new' | null>(null);
  return (
    <>
      <PageHead
        title={t('awareness.part.campaigns')}
        fact={t('awareness.campaignsFact')}
        actions={
          mayWrite &&
          writing === null && <Button onClick={() => setWriting('new')}>{t('awareness.addCampaign')}</Button>
        }
      />
      <AwarenessNav />
      {list.error && <ErrorSentence error={list.error} />}
      <div className="stack">
        {writing !== null && (
          <CampaignForm saved={writing === 'new' ? null : writing} onDone={() => setWriting(null)} />
        )}
        {list.value && (
          <Sheet flush>
            {list.value.length === 0 && <EmptyState>{t('awareness.noCampaigns')}</EmptyState>}
            <Rows label={t('awareness.part.campaigns')}>
              {list.value.map((one) => (
                <CampaignRow key={one.id} campaign={one} onChange={mayWrite ? () => setWriting(one) : null} />
              ))}
            </Rows>
          </Sheet>
        )}
      </div>
    </>
  );
}

function CampaignRow({ campaign, onChange }: { campaign: StoredCampaign; onChange: (() => void) | null }) {
  const t = useText();
  const { title, startsOn, endsOn, audience, message, state } = campaign;
  const facts = [
    t('awareness.span', { from: fullDate(startsOn), to: fullDate(endsOn) }),
    t(`awareness.states.${state}`),
    audience.map((one) => t(`awareness.audiences.${one}`)).join(', '),
  ].filter((fact) => fact !== '');
  return (
    <li className="wrap">
      <span className="grow awareness-what">
        <b dir="auto">{title}</b>
        <span className="small dim">{facts.join(', ')}</span>
        <span className="small" dir="auto">
          {message}
        </span>
      </span>
      {isLookedThrough(campaign) ? <Ok>{t('awareness.lookedThrough')}</Ok> : <Waits>{t('awareness.notLooked')}</Waits>}
      {onChange && (
        <Button size="compact-md" variant="default" aria-label={t('awareness.changeThe', { title })} onClick={onChange}>
          {t('awareness.change')}
        </Button>
      )}
    </li>
  );
}
