// The names and words for one person. No field is needed but the name used here.
import { Button, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { StoredCaseFile } from '#shared/records/case-file';
import { useWrite } from '../../api/use-vault.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { linesOf } from './lines.ts';

export function NamesForm({ caseFile, pronouns }: { caseFile: StoredCaseFile; pronouns: Pronouns }) {
  const t = useText();
  const save = useWrite('caseFile.updateDetails');
  const [nameUsed, setNameUsed] = useState(caseFile.nameUsed);
  const [words, setWords] = useState(caseFile.pronouns);
  const [aliases, setAliases] = useState(caseFile.aliases.map(({ text }) => text).join('\n'));
  const [languages, setLanguages] = useState(caseFile.languages.join(', '));
  const [known, setKnown] = useState(caseFile.goodToKnow.map((line) => line.words).join('\n'));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const details = {
      nameUsed,
      pronouns: words,
      aliases: linesOf(aliases).map(
        (text) =>
          caseFile.aliases.find((alias) => alias.text === text) ?? {
            text,
            use: 'OTHER' as const,
            safeToSayAloud: false,
          },
      ),
      languages: languages
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
      goodToKnow: linesOf(known).map(
        (one) => caseFile.goodToKnow.find((line) => line.words === one) ?? { kind: 'other' as const, words: one },
      ),
    };
    void save.run({ caseFileId: caseFile.id, basedOn: caseFile.revision, details });
  };
  return (
    <Sheet title={t('people.names')}>
      <form className="stack" onSubmit={submit}>
        <TextInput
          label={t('people.nameUsed')}
          dir="auto"
          required
          withAsterisk={false}
          maxLength={200}
          spellCheck={false}
          value={nameUsed}
          onChange={(event) => setNameUsed(event.currentTarget.value)}
        />
        <TextInput
          label={t('people.pronouns', pronouns)}
          description={t('people.pronounsHint')}
          maxLength={100}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Textarea
          label={t('people.aliases')}
          description={t('people.aliasHint')}
          dir="auto"
          autosize
          minRows={2}
          value={aliases}
          onChange={(event) => setAliases(event.currentTarget.value)}
        />
        <TextInput
          label={t('people.languages')}
          placeholder={t('people.languagesHint')}
          value={languages}
          onChange={(event) => setLanguages(event.currentTarget.value)}
        />
        <Textarea
          label={t('people.goodToKnow')}
          description={t('people.goodToKnowHint')}
          dir="auto"
          autosize
          minRows={3}
          value={known}
          onChange={(event) => setKnown(event.currentTarget.value)}
        />
        {save.error && <ErrorSentence error={save.error} />}
        <div className="row">
          <Button type="submit" variant="default" loading={save.isRunning}>
            {t('people.save')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
