// Something told once: what it was, whether it may be used again, and which question of a form it answers, so that no form
// asks it a second time.
import { Checkbox, Select, TextInput } from '@mantine/core';
import { FormId, questionsOf } from '#shared/forms/form-definition';
import { newestForm } from '#shared/forms/published';
import { useText } from '../text.ts';
import type { NoteInMaking } from './use-note-draft.ts';

interface ToldFieldsProps {
  readonly note: NoteInMaking;
  readonly write: (part: Partial<NoteInMaking>) => void;
}

/** Every question somebody could ask again. Sealed ones are never asked beside a note. */
const questions = FormId.options.map((id) => {
  const form = newestForm(id);
  return {
    group: form.title,
    items: questionsOf(form)
      .filter(({ tier }) => tier !== 4)
      .map((question) => ({ value: `${id}/${question.id}`, label: question.label })),
  };
});

export function ToldFields({ note, write }: ToldFieldsProps) {
  const t = useText();
  const chosen = note.about === null ? null : `${note.about.form}/${note.about.question}`;
  const choose = (value: string | null): void => {
    const [form, question = ''] = value?.split('/') ?? [];
    const known = FormId.safeParse(form);
    write({ about: known.success ? { form: known.data, question } : null });
  };
  return (
    <>
      <TextInput
        label={t('notes.toldOnce')}
        description={t('notes.toldWhat')}
        dir="auto"
        maxLength={300}
        value={note.told}
        onChange={(event) => write({ told: event.currentTarget.value })}
      />
      {note.told !== '' && (
        <>
          <Checkbox
            label={t('notes.reuse')}
            description={t('notes.reuseHint')}
            checked={note.mayBeReused}
            onChange={(event) => write({ mayBeReused: event.currentTarget.checked })}
          />
          <Select
            label={t('notes.answers')}
            description={t('notes.answersHint')}
            placeholder={t('notes.answersNone')}
            searchable
            clearable
            data={questions}
            value={chosen}
            onChange={choose}
          />
        </>
      )}
    </>
  );
}
