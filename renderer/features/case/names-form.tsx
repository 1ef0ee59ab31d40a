// The names and words for one person. No field is needed but the name used here. Lists always show a name that is safe to say.
import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { StoredCaseFile } from '#shared/records/case-file';
import { nameToSay } from '#shared/records/names';
import { useWrite } from '../../api/use-vault.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { AliasRows } from './alias-rows.tsx';
import { linesOf } from './lines.ts';

const typedFrom = (caseFile: StoredCaseFile) => ({
  nameUsed: caseFile.nameUsed,
  nameUsedIsSafe: caseFile.nameUsedIsSafe,
  pronouns: caseFile.pronouns,
  aliases: caseFile.aliases,
  languages: caseFile.languages.join(', '),
  known: caseFile.goodToKnow.map((line) => line.words).join('\n'),
});
type Typed = ReturnType<typeof typedFrom>;

const detailsFrom = ({ languages, known, aliases, ...names }: Typed, caseFile: StoredCaseFile) => ({
  ...names,
  aliases: aliases.filter(({ text }) => text.trim() !== ''),
  languages: languages
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== ''),
  goodToKnow: linesOf(known).map(
    (one) => caseFile.goodToKnow.find((line) => line.words === one) ?? { kind: 'other' as const, words: one },
  ),
});

export function NamesForm({ caseFile, pronouns }: { caseFile: StoredCaseFile; pronouns: Pronouns }) {
  const t = useText();
  const save = useWrite('caseFile.updateDetails');
  const [typed, setTyped] = useState(() => typedFrom(caseFile));
  const put = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void save.run({ caseFileId: caseFile.id, basedOn: caseFile.revision, details: detailsFrom(typed, caseFile) });
  };
  return (
    <Sheet title={t('people.names')}>
      <form className="stack" onSubmit={submit}>
        <NameUsed typed={typed} caseNumber={caseFile.caseNumber} onTyped={put} />
        <AliasRows nameUsed={typed.nameUsed} aliases={typed.aliases} onAliases={(aliases) => put({ aliases })} />
        <TextInput
          label={t('people.pronouns', pronouns)}
          description={t('people.pronounsHint')}
          maxLength={100}
          value={typed.pronouns}
          onChange={(event) => put({ pronouns: event.currentTarget.value })}
        />
        <TextInput
          label={t('people.languages')}
          placeholder={t('people.languagesHint')}
          value={typed.languages}
          onChange={(event) => put({ languages: event.currentTarget.value })}
        />
        <Textarea
          label={t('people.goodToKnow')}
          description={t('people.goodToKnowHint')}
          dir="auto"
          autosize
          minRows={3}
          value={typed.known}
          onChange={(event) => put({ known: event.currentTarget.value })}
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

interface NameUsedProps {
  readonly typed: Typed;
  readonly caseNumber: string;
  readonly onTyped: (part: Partial<Typed>) => void;
}

function NameUsed({ typed, caseNumber, onTyped }: NameUsedProps) {
  const t = useText();
  const shown = nameToSay({ ...typed, caseNumber });
  return (
    <div>
      <TextInput
        className="her-box"
        label={t('people.nameUsed')}
        dir="auto"
        required
        withAsterisk={false}
        maxLength={200}
        spellCheck={false}
        value={typed.nameUsed}
        onChange={(event) => onTyped({ nameUsed: event.currentTarget.value })}
      />
      <Checkbox
        mt={8}
        label={t('people.nameUsedUnsafe')}
        checked={!typed.nameUsedIsSafe}
        onChange={(event) => onTyped({ nameUsedIsSafe: !event.currentTarget.checked })}
      />
      <p className="small dim" role="status">
        {!typed.nameUsedIsSafe &&
          (shown === caseNumber ? t('people.showsNumber') : t('people.showsName', { name: shown }))}
      </p>
    </div>
  );
}
