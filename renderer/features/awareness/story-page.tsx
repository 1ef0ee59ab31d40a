// One story: what was signed, where it is told, and the way to take it back.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { StoredStory } from '#shared/records/story-consent';
import type { Translate } from '#shared/text/language';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { fullDate } from '../../dates.ts';
import type { PageProps } from '../../route.ts';
import { useText } from '../../text.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { StoryForm } from './story-form.tsx';
import { storyName, StoryStanding } from './stories-page.tsx';
import { ToldSheet } from './told-sheet.tsx';
import './awareness.css';

export function StoryPage({ params }: PageProps) {
  const t = useText();
  const list = useRead('storyConsent.list', {});
  const [isChanging, setChanging] = useState(false);
  const story = list.value?.find(({ id }) => id === params['storyId']);
  if (list.error) return <ErrorSentence error={list.error} />;
  if (list.value === undefined) return null;
  if (story === undefined) return <EmptyState>{t('awareness.noStories')}</EmptyState>;
  const goesOn = story.state === 'COOLING' || story.state === 'USABLE';
  const close = (): void => setChanging(false);
  return (
    <>
      <PageHead
        title={<span dir="auto">{storyName(t, story)}</span>}
        fact={<StoryStanding story={story} />}
        actions={
          goesOn &&
          !isChanging && (
            <>
              <Button variant="default" onClick={() => setChanging(true)}>
                {t('awareness.newWords')}
              </Button>
              <Withdraw story={story} />
            </>
          )
        }
      />
      <p className="awareness-back">
        <Link href="/awareness/stories">{t('awareness.toStories')}</Link>
      </p>
      <div className="two-columns">
        <div className="stack">
          <ToldSheet story={story} />
          {isChanging && <StoryForm story={story} onKept={close} onCancel={close} />}
          {!isChanging && <Signed story={story} />}
        </div>
        <div className="stack">
          <Terms story={story} />
        </div>
      </div>
    </>
  );
}

function Signed({ story }: { story: StoredStory }) {
  const t = useText();
  if (story.text === '') return <EmptyState>{t('awareness.wordsGone')}</EmptyState>;
  const { version, signedOn } = story;
  return (
    <Sheet title={t('awareness.versionOf', { version, date: fullDate(signedOn) })}>
      <p className="story-words hers" dir="auto">
        {story.text}
      </p>
    </Sheet>
  );
}

function feeWords(t: Translate, { fee, feePaidOn }: StoredStory): string {
  if (fee === '') return t('awareness.noFee');
  if (feePaidOn === null) return t('awareness.feeOpen', { fee });
  return t('awareness.feeDone', { fee, date: fullDate(feePaidOn) });
}

function Terms({ story }: { story: StoredStory }) {
  const t = useText();
  const { audience, withdrawnOn, expiresOn } = story;
  const facts = [
    ['medium', t(`awareness.media.${story.medium}`)],
    ['uses', story.uses.map((one) => t(`awareness.purposes.${one}`)).join(', ')],
    ['audience', audience.map((one) => t(`awareness.audiences.${one}`)).join(', ') || t('awareness.none')],
    ['photo', t(story.withPhoto ? 'awareness.withPhoto' : 'awareness.withoutPhoto')],
    ['fee', feeWords(t, story)],
    ['signed', fullDate(story.signedOn)],
    ['first', fullDate(story.firstUseOn)],
    ['until', withdrawnOn === null ? fullDate(expiresOn) : t('awareness.withdrawnOn', { date: fullDate(withdrawnOn) })],
  ] as const;
  return (
    <Sheet>
      <dl className="awareness-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`awareness.facts.${name}`)}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}

function Withdraw({ story: { id, revision } }: { story: StoredStory }) {
  const t = useText();
  const withdraw = useWrite('storyConsent.withdraw');
  const [isAsking, setAsking] = useState(false);
  const go = async (): Promise<void> => {
    if ((await withdraw.run({ storyId: id, basedOn: revision })).ok) setAsking(false);
  };
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('awareness.withdraw')}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        question={t('awareness.withdrawAsk')}
        cancel={t('awareness.withdrawNo')}
        confirm={t('awareness.withdraw')}
        isRunning={withdraw.isRunning}
        onCancel={() => setAsking(false)}
        onConfirm={() => void go()}
      >
        <p>{t('awareness.withdrawSays')}</p>
        {withdraw.error && <ErrorSentence error={withdraw.error} />}
      </ConfirmDialog>
    </>
  );
}
