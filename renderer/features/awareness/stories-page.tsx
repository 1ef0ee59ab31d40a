// Stories that somebody lets the house tell. Nothing here knows who lives in it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { StoredStory } from '#shared/records/story-consent';
import type { Translate } from '#shared/text/language';
import { useRead } from '../../api/use-vault.ts';
import { fullDate } from '../../dates.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Ok, Stop, Waits, Word } from '../../ui/status-words.tsx';
import { AwarenessNav } from './awareness-nav.tsx';
import { StoryForm } from './story-form.tsx';

export function StoriesPage() {
  const t = useText();
  const [, navigate] = useLocation();
  const list = useRead('storyConsent.list', {});
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <PageHead
        title={t('awareness.part.stories')}
        fact={t('awareness.storiesFact')}
        actions={!isAdding && <Button onClick={() => setAdding(true)}>{t('awareness.addStory')}</Button>}
      />
      <AwarenessNav />
      <p>{t('awareness.storiesApart')}</p>
      <p className="awareness-back">
        {t('awareness.storiesNumbers')} <Link href="/awareness/policy">{t('awareness.storiesPack')}</Link>
      </p>
      {list.error && <ErrorSentence error={list.error} />}
      <div className="stack">
        {isAdding && (
          <StoryForm
            story={null}
            onKept={({ id }) => navigate(`/awareness/stories/${id}`)}
            onCancel={() => setAdding(false)}
          />
        )}
        {list.value && (
          <Sheet flush>
            {list.value.length === 0 && <EmptyState>{t('awareness.noStories')}</EmptyState>}
            <Rows label={t('awareness.part.stories')}>
              {list.value.map((story) => (
                <StoryRow key={story.id} story={story} />
              ))}
            </Rows>
          </Sheet>
        )}
      </div>
    </>
  );
}

export const storyName = (t: Translate, { alias }: Pick<StoredStory, 'alias'>): string =>
  alias === '' ? t('awareness.endedRow') : alias;

function StoryRow({ story }: { story: StoredStory }) {
  const t = useText();
  return (
    <li className="wrap">
      <span className="grow awareness-what">
        <Link href={`/awareness/stories/${story.id}`}>
          <b dir="auto">{storyName(t, story)}</b>
        </Link>
        <span className="small dim">{t(`awareness.media.${story.medium}`)}</span>
      </span>
      <StoryStanding story={story} />
    </li>
  );
}

export function StoryStanding({ story: { state, firstUseOn, expiresOn } }: { story: StoredStory }) {
  const t = useText();
  switch (state) {
    case 'TAKE_DOWN':
      return <Stop>{t('awareness.state.TAKE_DOWN')}</Stop>;
    case 'COOLING':
      return <Waits>{t('awareness.state.COOLING', { date: fullDate(firstUseOn) })}</Waits>;
    case 'USABLE':
      return <Ok>{t('awareness.state.USABLE', { date: fullDate(expiresOn) })}</Ok>;
    case 'ENDED':
      return <Word>{t('awareness.state.ENDED')}</Word>;
  }
}
