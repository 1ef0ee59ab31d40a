// Where the conversation is, who else is there, in which language.
import { Radio, TextInput } from '@mantine/core';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import type { TalkDraft } from './talk-draft.ts';

export function Around({ talk }: { talk: TalkDraft }) {
  const t = useText();
  const { details, change } = talk;
  return (
    <Sheet title={t('talk.around')}>
      <div className="around">
        <Radio.Group
          label={t('talk.privateSpace')}
          value={details.privateSpace ?? ''}
          onChange={(value) => change({ privateSpace: value === 'YES' ? 'YES' : 'NO' }, 'talk-private')}
        >
          <div className="choices">
            <Radio id="talk-private" value="YES" label={t('talk.yes')} />
            <Radio value="NO" label={t('talk.no')} />
          </div>
        </Radio.Group>
        <TextInput
          id="talk-present"
          label={t('talk.alsoPresent')}
          value={details.alsoPresent}
          maxLength={200}
          dir="auto"
          onChange={(event) => change({ alsoPresent: event.currentTarget.value }, 'talk-present')}
        />
        <TextInput
          id="talk-language"
          label={t('talk.language')}
          value={details.language}
          maxLength={80}
          dir="auto"
          onChange={(event) => change({ language: event.currentTarget.value }, 'talk-language')}
        />
      </div>
    </Sheet>
  );
}
