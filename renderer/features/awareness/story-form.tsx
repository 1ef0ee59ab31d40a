// What somebody signed: these words, in this way, for so long. Every field is empty at first, and stays so until the person fills it.
import { Checkbox, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { AudienceType } from '#shared/records/activity';
import { type StoredStory, StoryMedium, StoryPurpose, type StoryWritten } from '#shared/records/story-consent';
import { firstUseOn, latestExpiry } from '#shared/records/story-rules';
import { useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf, fullDate } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Stop } from '../../ui/status-words.tsx';
import { FormEnd } from './form-end.tsx';
import { Ticks } from './ticks.tsx';

interface StoryFormProps {
  /** Null for a new one. */
  readonly story: StoredStory | null;
  readonly onKept: (story: StoredStory) => void;
  readonly onCancel: () => void;
}

/** Nobody has answered yet whether the person is 18, and whether the first 90 days are over. */
interface Asked extends Omit<StoryWritten, 'isAdult' | 'isEarly'> {
  readonly isAdult: boolean | null;
  readonly isEarly: boolean | null;
}

const fresh = (): Asked => ({
  ...{ alias: '', medium: 'PRINT', text: '', uses: [], audience: [], withPhoto: false },
  ...{ signedOn: dateOf(now()), expiresOn: latestExpiry(dateOf(now())), fee: '', feePaidOn: null },
  ...{ isAdult: null, isEarly: null, toldSheCanWait: false },
});

function askedOf(story: StoredStory | null): Asked {
  if (story === null) return fresh();
  const { alias, medium, text, uses, audience, withPhoto, signedOn, expiresOn, fee, feePaidOn } = story;
  const { isAdult, isEarly, toldSheCanWait } = story;
  return {
    ...{ alias, medium, text, uses, audience, withPhoto, signedOn, expiresOn, fee, feePaidOn },
    ...{ isAdult, isEarly, toldSheCanWait },
  };
}

/** Null while something that has to be there is not. */
function writtenOf({ isAdult, isEarly, ...story }: Asked): StoryWritten | null {
  if (isAdult !== true || isEarly === null || (isEarly && !story.toldSheCanWait)) return null;
  const isFilled = story.alias.trim() !== '' && story.text.trim() !== '' && story.uses.length > 0;
  return isFilled && story.signedOn !== '' && story.expiresOn !== '' ? { ...story, isAdult, isEarly } : null;
}

interface FieldsProps {
  readonly story: Asked;
  readonly onPut: (part: Partial<Asked>) => void;
}

export function StoryForm({ story: stored, onKept, onCancel }: StoryFormProps) {
  const t = useText();
  const save = useWrite('storyConsent.save');
  const [story, setStory] = useState(() => askedOf(stored));
  const put = (part: Partial<Asked>): void => setStory({ ...story, ...part });
  const written = writtenOf(story);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (written === null || save.isRunning) return;
    const of = { storyId: stored?.id ?? null, basedOn: stored?.revision ?? 0 };
    const result = await save.run({ ...of, story: written });
    if (result.ok) onKept(result.value);
  };
  return (
    <Sheet title={stored === null ? t('awareness.addStory') : t('awareness.newWords')}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        {stored !== null && <p className="dim">{t('awareness.newWordsSays')}</p>}
        <Who story={story} onPut={put} />
        {story.isAdult !== false && (
          <>
            <Words story={story} onPut={put} />
            <Terms story={story} onPut={put} />
          </>
        )}
        <FormEnd
          {...{ isReady: written !== null, isRunning: save.isRunning, error: save.error, onCancel }}
          keep={t('awareness.keepStory')}
        />
      </form>
    </Sheet>
  );
}

/** First of all, because a no ends it here. */
function Who({ story, onPut }: FieldsProps) {
  const t = useText();
  return (
    <>
      <YesNo
        label={t('awareness.adult')}
        answers={[
          [true, t('awareness.adults.YES')],
          [false, t('awareness.adults.NO')],
        ]}
        value={story.isAdult}
        onValue={(isAdult) => onPut({ isAdult })}
      />
      {story.isAdult === false && (
        <div role="status">
          <Stop>{t('awareness.minorStop')}</Stop>
        </div>
      )}
      {story.isAdult === true && (
        <YesNo
          label={t('awareness.early')}
          answers={[
            [false, t('awareness.earlies.NO')],
            [true, t('awareness.earlies.YES')],
          ]}
          value={story.isEarly}
          onValue={(isEarly) => onPut({ isEarly })}
        />
      )}
      {story.isAdult === true && story.isEarly === true && (
        <div role="status" className="stack">
          <Note>{t('awareness.earlyNote')}</Note>
          <Checkbox
            label={t('awareness.toldSheCanWait')}
            checked={story.toldSheCanWait}
            onChange={(event) => onPut({ toldSheCanWait: event.currentTarget.checked })}
          />
        </div>
      )}
    </>
  );
}

interface YesNoProps {
  readonly label: string;
  readonly answers: readonly (readonly [boolean, string])[];
  readonly value: boolean | null;
  readonly onValue: (value: boolean) => void;
}

function YesNo({ label, answers, value, onValue }: YesNoProps) {
  return (
    <div>
      <p className="field-label">{label}</p>
      <SegmentedControl
        aria-label={label}
        value={value === null ? '' : String(value)}
        data={answers.map(([answer, words]) => ({ value: String(answer), label: words }))}
        onChange={(next) => onValue(next === 'true')}
      />
    </div>
  );
}

function Words({ story, onPut }: FieldsProps) {
  const t = useText();
  return (
    <>
      <div className="awareness-fields">
        <TextInput
          label={t('awareness.alias')}
          description={t('awareness.aliasHint')}
          value={story.alias}
          maxLength={60}
          dir="auto"
          autoComplete="off"
          onChange={(event) => onPut({ alias: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('awareness.medium')}
          value={story.medium}
          data={StoryMedium.options.map((value) => ({ value, label: t(`awareness.media.${value}`) }))}
          onChange={(event) => onPut({ medium: StoryMedium.parse(event.currentTarget.value) })}
        />
      </div>
      <Textarea
        label={t('awareness.text')}
        description={t('awareness.textHint')}
        dir="auto"
        autosize
        minRows={5}
        maxLength={20_000}
        value={story.text}
        onChange={(event) => onPut({ text: event.currentTarget.value })}
      />
      <Ticks
        label={t('awareness.uses')}
        options={StoryPurpose.options}
        words={(one) => t(`awareness.purposes.${one}`)}
        value={story.uses}
        onValue={(uses) => onPut({ uses })}
      />
      <Ticks
        label={t('awareness.audience')}
        options={AudienceType.options}
        words={(one) => t(`awareness.audiences.${one}`)}
        value={story.audience}
        onValue={(audience) => onPut({ audience })}
      />
      <Checkbox
        label={t('awareness.photo')}
        description={t('awareness.photoSays')}
        checked={story.withPhoto}
        onChange={(event) => onPut({ withPhoto: event.currentTarget.checked })}
      />
    </>
  );
}

function Terms({ story, onPut }: FieldsProps) {
  const t = useText();
  const isDay = story.signedOn !== '';
  return (
    <>
      <div className="awareness-fields">
        <DayField
          label={t('awareness.signedOn')}
          value={story.signedOn}
          latest={dateOf(now())}
          onValue={(signedOn) => onPut({ signedOn, ...(signedOn === '' ? {} : { expiresOn: latestExpiry(signedOn) }) })}
        />
        <DayField
          label={t('awareness.expiresOn')}
          value={story.expiresOn}
          {...(isDay ? { latest: latestExpiry(story.signedOn) } : {})}
          onValue={(expiresOn) => onPut({ expiresOn })}
        />
        <TextInput
          label={t('awareness.fee')}
          description={t('awareness.feeHint')}
          value={story.fee}
          maxLength={60}
          dir="auto"
          autoComplete="off"
          onChange={(event) => onPut({ fee: event.currentTarget.value })}
        />
        {story.fee.trim() !== '' && (
          <DayField
            label={t('awareness.feePaidOn')}
            value={story.feePaidOn ?? ''}
            latest={dateOf(now())}
            onValue={(day) => onPut({ feePaidOn: day === '' ? null : day })}
          />
        )}
      </div>
      {isDay && (
        <p className="small dim">
          {t('awareness.coolingSays', { date: fullDate(firstUseOn(story)) })}{' '}
          {t('awareness.expiresSays', { date: fullDate(latestExpiry(story.signedOn)) })}
        </p>
      )}
    </>
  );
}
