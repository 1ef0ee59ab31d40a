// Open questions to borrow, by what they are about. They are for asking: nothing here can be put into a note.
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { fold } from '#shared/fold';
import { promptBank, type PromptDomain, promptDomains } from '#shared/records/prompt-bank';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';

const isDomain = (value: string): value is PromptDomain => promptDomains.some((domain) => domain === value);

export function PromptBank() {
  const t = useText();
  const [domain, setDomain] = useState<PromptDomain | ''>('arrival');
  const [sought, setSought] = useState('');
  const found = promptBank.filter(
    (prompt) =>
      (domain === '' || prompt.domain === domain) && fold(t(`prompts.${prompt.id}`)).includes(fold(sought.trim())),
  );
  return (
    <Sheet title={t('talk.prompts')} className="prompts">
      <div className="stack">
        <p className="small dim">{t('talk.promptsHint')}</p>
        <div className="prompt-filter">
          <NativeSelect
            label={t('talk.promptsAbout')}
            data={[
              { value: '', label: t('talk.promptsAll') },
              ...promptDomains.map((value) => ({ value, label: t(`talk.domain.${value}`) })),
            ]}
            value={domain}
            onChange={({ currentTarget: { value } }) => setDomain(isDomain(value) ? value : '')}
          />
          <TextInput
            label={t('talk.promptsFind')}
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
            autoComplete="off"
          />
        </div>
        <ul className="prompt-list">
          {found.map(({ id }) => (
            <li key={id}>{t(`prompts.${id}`)}</li>
          ))}
        </ul>
        {found.length === 0 && <p className="dim">{t('talk.promptsNone')}</p>}
      </div>
    </Sheet>
  );
}
