// A campaign: its days, its message, and the points a message is looked through for.
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { AudienceType } from '#shared/records/activity';
import {
  AdviserReview,
  type Campaign,
  CampaignState,
  isLookedThrough,
  MessageCheck,
  type StoredCampaign,
} from '#shared/records/campaign';
import { useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { FormEnd } from './form-end.tsx';
import { Ticks } from './ticks.tsx';

const fresh = (): Campaign => ({
  ...{ title: '', startsOn: dateOf(now()), endsOn: dateOf(now()), audience: [], message: '' },
  ...{ checks: [], reviewed: 'NOT_YET', state: 'PLANNED' },
});

function writtenOf(saved: StoredCampaign | null): Campaign {
  if (saved === null) return fresh();
  const { title, startsOn, endsOn, audience, message, checks, reviewed, state } = saved;
  return { title, startsOn, endsOn, audience, message, checks, reviewed, state };
}

export function CampaignForm({ saved, onDone }: { saved: StoredCampaign | null; onDone: () => void }) {
  const t = useText();
  const save = useWrite('campaign.save');
  const [campaign, setCampaign] = useState(() => writtenOf(saved));
  const put = (part: Partial<Campaign>): void => setCampaign({ ...campaign, ...part });
  const isReady = campaign.title.trim() !== '' && campaign.startsOn !== '' && campaign.endsOn !== '';
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady || save.isRunning) return;
    const of = { campaignId: saved?.id ?? null, basedOn: saved?.revision ?? 0 };
    if ((await save.run({ ...of, campaign })).ok) onDone();
  };
  return (
    <Sheet title={saved === null ? t('awareness.addCampaign') : t('awareness.changeThe', { title: saved.title })}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <div className="awareness-fields">
          <TextInput
            label={t('awareness.campaignTitle')}
            value={campaign.title}
            maxLength={160}
            dir="auto"
            autoFocus
            autoComplete="off"
            onChange={(event) => put({ title: event.currentTarget.value })}
          />
          <DayField label={t('awareness.starts')} value={campaign.startsOn} onValue={(startsOn) => put({ startsOn })} />
          <DayField label={t('awareness.ends')} value={campaign.endsOn} onValue={(endsOn) => put({ endsOn })} />
        </div>
        <Ticks
          label={t('awareness.audience')}
          options={AudienceType.options}
          words={(one) => t(`awareness.audiences.${one}`)}
          value={campaign.audience}
          onValue={(audience) => put({ audience })}
        />
        <Message campaign={campaign} onPut={put} />
        <FormEnd
          {...{ isReady, isRunning: save.isRunning, error: save.error }}
          keep={t('awareness.keep')}
          onCancel={onDone}
        />
      </form>
    </Sheet>
  );
}

interface MessageProps {
  readonly campaign: Campaign;
  readonly onPut: (part: Partial<Campaign>) => void;
}

function Message({ campaign, onPut }: MessageProps) {
  const t = useText();
  // It goes out only when it was looked through; one that went out already says so.
  const states = CampaignState.options.filter(
    (one) => one !== 'OUT' || campaign.state === 'OUT' || isLookedThrough(campaign),
  );
  return (
    <>
      <Textarea
        label={t('awareness.message')}
        description={t('awareness.noNames')}
        dir="auto"
        autosize
        minRows={3}
        maxLength={2_000}
        value={campaign.message}
        onChange={(event) => onPut({ message: event.currentTarget.value })}
      />
      <Ticks
        label={t('awareness.checksTitle')}
        options={MessageCheck.options}
        words={(one) => t(`awareness.checks.${one}`)}
        value={campaign.checks}
        onValue={(checks) => onPut({ checks })}
      />
      <div className="awareness-fields">
        <NativeSelect
          label={t('awareness.reviewed')}
          value={campaign.reviewed}
          data={AdviserReview.options.map((value) => ({ value, label: t(`awareness.reviews.${value}`) }))}
          onChange={(event) => onPut({ reviewed: AdviserReview.parse(event.currentTarget.value) })}
        />
        <NativeSelect
          label={t('awareness.campaignState')}
          {...(states.includes('OUT') ? {} : { description: t('awareness.notLooked') })}
          value={campaign.state}
          data={states.map((value) => ({ value, label: t(`awareness.states.${value}`) }))}
          onChange={(event) => onPut({ state: CampaignState.parse(event.currentTarget.value) })}
        />
      </div>
    </>
  );
}
