// Writing a correction or a statement. A correction names the entry and its wrong words; a statement may be about the whole record.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { CaseFileId } from '#shared/ids';
import { RecordId } from '#shared/ids';
import type { TimelineEntry } from '#shared/records/timeline';
import { useRead, useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf, dayAndTime } from '../../dates.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';

interface FormProps {
  readonly kind: 'STATEMENT' | 'CORRECTION';
  readonly caseFileId: CaseFileId;
  readonly pronouns: Pronouns;
  readonly onDone: () => void;
}

/** Entries that are offered; what is older is found in the history, and pointed at from there by its day. */
const OFFERED = 200;

export function BesideForm({ kind, caseFileId, pronouns, onDone }: FormProps) {
  const t = useText();
  const add = useWrite('amendment.add');
  const entries = useOffered(caseFileId);
  const [about, setAbout] = useState('');
  const [typed, setTyped] = useState({ part: '', wrong: '', words: '' });
  const type = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part });
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const chosen = entries.find((entry) => keyOf(entry) === about);
    const of = chosen === undefined ? null : aboutOf(chosen);
    const request = { caseFileId, kind, about: of, saidOn: dateOf(now()), ...typed };
    if ((await add.run(request)).ok) onDone();
  };
  const isCorrection = kind === 'CORRECTION';
  const statementLabel =
    pronouns.they === 'they' ? t('rights.statementWords', pronouns) : t('rights.statementWordsShe', pronouns);
  return (
    <Sheet title={isCorrection ? t('rights.addCorrection') : t('rights.addStatement')}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <NativeSelect
          label={t('rights.about')}
          value={about}
          data={[
            { value: '', label: isCorrection ? '' : t('rights.aboutWhole') },
            ...entries.map((entry) => ({ value: keyOf(entry), label: entryWords(t, entry) })),
          ]}
          onChange={({ currentTarget }) => setAbout(currentTarget.value)}
        />
        {isCorrection && (
          <>
            <TextInput
              label={t('rights.part')}
              description={t('rights.partHint')}
              dir="auto"
              maxLength={200}
              value={typed.part}
              onChange={({ currentTarget }) => type({ part: currentTarget.value })}
            />
            <Textarea
              label={t('rights.wrong')}
              description={t('rights.wrongHint')}
              dir="auto"
              autosize
              maxLength={2_000}
              value={typed.wrong}
              onChange={({ currentTarget }) => type({ wrong: currentTarget.value })}
            />
          </>
        )}
        <Textarea
          className="her-box"
          label={isCorrection ? t('rights.right') : statementLabel}
          description={t('rights.keptAsSaid')}
          dir="auto"
          autosize
          minRows={2}
          maxLength={5_000}
          value={typed.words}
          onChange={({ currentTarget }) => type({ words: currentTarget.value })}
        />
        {add.error && <ErrorSentence error={add.error} />}
        <div className="row wrap">
          <Button variant="default" onClick={onDone}>
            {t('rights.leave')}
          </Button>
          <Button type="submit" loading={add.isRunning} disabled={typed.words.trim() === ''}>
            {t('rights.keep')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

/** Entries with words of their own: what says nothing cannot say anything wrong. */
function useOffered(caseFileId: CaseFileId): readonly TimelineEntry[] {
  const found = useRead('caseFile.timeline', { caseFileId, offset: 0, limit: OFFERED });
  return (found.value?.entries ?? []).filter(
    ({ recordId, recordKind, words }) =>
      RecordId.safeParse(recordId).success && recordKind !== 'amendment' && (words !== '' || isTold(recordKind)),
  );
}

/** Their words stand on a page of their own. */
const isTold = (recordKind: string): boolean =>
  ['intake', 'safety-plan', 'support-plan', 'trafficking-profile', 'legal-matter'].includes(recordKind);

const keyOf = ({ recordId, revision }: TimelineEntry): string => `${recordId} ${revision}`;
const aboutOf = ({ recordKind, recordId, revision }: TimelineEntry) => ({
  recordKind,
  recordId: RecordId.parse(recordId),
  revision,
});

function entryWords(t: ReturnType<typeof useText>, { at, recordKind, words }: TimelineEntry): string {
  const said = words === '' ? t(`kinds.${recordKind as 'intake'}`) : words;
  return t('rights.entry', { date: dayAndTime(at), words: said });
}
