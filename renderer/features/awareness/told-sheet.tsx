// Where a story is told; once it has ended, what is still to be taken down, place by place.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { type StoredStory, type StoredUse, StoryPurpose } from '#shared/records/story-consent';
import { useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { EmptyState, Rows, Sheet } from '../../ui/sheet.tsx';
import { Ok } from '../../ui/status-words.tsx';

export function ToldSheet({ story }: { story: StoredStory }) {
  const t = useText();
  const isDue = story.state === 'TAKE_DOWN';
  return (
    <>
      <Sheet flush lit={isDue} title={isDue ? t('awareness.downTitle') : t('awareness.toldTitle')}>
        {isDue && <p className="story-says">{t('awareness.downSays')}</p>}
        {story.used.length === 0 && <EmptyState>{t('awareness.toldNone')}</EmptyState>}
        <Rows label={t('awareness.toldTitle')}>
          {story.used.map((use) => (
            <Place key={use.id} use={use} />
          ))}
        </Rows>
      </Sheet>
      {story.state === 'USABLE' && <Tell story={story} />}
    </>
  );
}

function Place({ use }: { use: StoredUse }) {
  const t = useText();
  const takenDown = useWrite('storyConsent.takenDown');
  const { id, revision, place, purpose, on, downOn } = use;
  return (
    <li className="wrap">
      <span className="grow awareness-what">
        <b dir="auto">{place}</b>
        <span className="small dim">
          {t(`awareness.purposes.${purpose}`)}, {t('awareness.told', { date: fullDate(on) })}
        </span>
        {takenDown.error && <ErrorSentence error={takenDown.error} />}
      </span>
      {downOn === null ? (
        <Button
          size="compact-md"
          variant="default"
          aria-label={t('awareness.downOf', { place })}
          loading={takenDown.isRunning}
          onClick={() => void takenDown.run({ useId: id, basedOn: revision })}
        >
          {t('awareness.down')}
        </Button>
      ) : (
        <Ok>{t('awareness.isDown', { date: fullDate(downOn) })}</Ok>
      )}
    </li>
  );
}

function Tell({ story }: { story: StoredStory }) {
  const t = useText();
  const tell = useWrite('storyConsent.use');
  const [place, setPlace] = useState('');
  const [on, setOn] = useState(() => dateOf(now()));
  const [chosen, setChosen] = useState<StoryPurpose | null>(null);
  const purpose = chosen ?? story.uses[0] ?? 'OWN_MATERIAL';
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (place.trim() === '' || on === '' || tell.isRunning) return;
    if ((await tell.run({ storyId: story.id, purpose, place, on })).ok) setPlace('');
  };
  return (
    <Sheet title={t('awareness.tellTitle')}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <div className="awareness-fields">
          <TextInput
            label={t('awareness.place')}
            placeholder={t('awareness.placeHint')}
            value={place}
            maxLength={160}
            dir="auto"
            autoComplete="off"
            onChange={(event) => setPlace(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('awareness.purpose')}
            value={purpose}
            data={story.uses.map((value) => ({ value, label: t(`awareness.purposes.${value}`) }))}
            onChange={(event) => setChosen(StoryPurpose.parse(event.currentTarget.value))}
          />
          <DayField label={t('awareness.toldOn')} value={on} latest={dateOf(now())} onValue={setOn} />
        </div>
        {tell.error && <ErrorSentence error={tell.error} />}
        <div className="row">
          <Button type="submit" loading={tell.isRunning} disabled={place.trim() === '' || on === ''}>
            {t('awareness.tell')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
