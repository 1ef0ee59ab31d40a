// The words the note check looks for. A director changes the list; everybody who writes notes sees its advice.
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import type { Response } from '#shared/contract/operation';
import type { wordListOperations } from '#shared/records/word-list';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconClose, IconPlus } from '../../ui/icons.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Ok } from '../../ui/status-words.tsx';
import './safekeeping.css';

type Kept = Response<(typeof wordListOperations)['get']>;
type Terms = Kept['terms'];

export function WordListPage() {
  const t = useText();
  const list = useRead('wordList.get', {});
  return (
    <>
      <PageHead title={t('wordList.title')} fact={t('wordList.fact')} />
      {list.error && <ErrorSentence error={list.error} />}
      {list.value && <Editing key={list.value.revision} kept={list.value} />}
    </>
  );
}

function Editing({ kept }: { kept: Kept }) {
  const t = useText();
  const save = useWrite('wordList.save');
  const [terms, setTerms] = useState<Terms>(kept.terms);
  const hasChanged = JSON.stringify(terms) !== JSON.stringify(kept.terms);
  const put = (at: number, part: Partial<Terms[number]>): void =>
    setTerms(terms.map((term, index) => (index === at ? { ...term, ...part } : term)));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const whole = terms.filter(({ find, say }) => find.trim() !== '' && say.trim() !== '');
    if (!save.isRunning) void save.run({ basedOn: kept.revision, terms: whole });
  };
  const field = (at: number, name: 'find' | 'say', value: string) => (
    <TextInput
      aria-label={t(`wordList.${name}`)}
      value={value}
      maxLength={200}
      dir="auto"
      autoComplete="off"
      onChange={(event) => put(at, { [name]: event.currentTarget.value })}
    />
  );
  return (
    <Sheet>
      <form className="stack" onSubmit={submit}>
        <div className="word-list" role="group" aria-label={t('wordList.title')}>
          <span className="field-label">
            {t('wordList.find')} <span className="dim">({t('wordList.findHint')})</span>
          </span>
          <span className="field-label">{t('wordList.say')}</span>
          <span />
          {terms.map((term, at) => (
            <Line key={at} find={field(at, 'find', term.find)} say={field(at, 'say', term.say)}>
              <ActionIcon
                variant="subtle"
                size={34}
                aria-label={t('wordList.remove', { words: term.find })}
                onClick={() => setTerms(terms.filter((_one, index) => index !== at))}
              >
                <IconClose size={16} aria-hidden />
              </ActionIcon>
            </Line>
          ))}
        </div>
        <div className="row wrap">
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setTerms([...terms, { find: '', say: '' }])}
          >
            {t('wordList.add')}
          </Button>
          <Button type="submit" loading={save.isRunning} disabled={!hasChanged}>
            {t('wordList.keep')}
          </Button>
          {kept.revision > 0 && !hasChanged && <Ok>{t('wordList.kept')}</Ok>}
        </div>
        {save.error && <ErrorSentence error={save.error} />}
      </form>
    </Sheet>
  );
}

interface LineProps {
  readonly find: ReactNode;
  readonly say: ReactNode;
  readonly children: ReactNode;
}
const Line = ({ find, say, children }: LineProps) => (
  <>
    {find}
    {say}
    {children}
  </>
);
