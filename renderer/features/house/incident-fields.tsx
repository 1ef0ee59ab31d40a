// What is told in a report: people by number, what was seen, what was done, who knows of it.
import { MultiSelect, Textarea, TextInput } from '@mantine/core';
import { StaffMemberId } from '#shared/ids';
import { useRead } from '../../api/use-vault.ts';
import { useText } from '../../text.ts';
import type { IncidentTold } from './incident-in-making.ts';

interface TextsProps {
  readonly told: IncidentTold;
  readonly write: (part: Partial<IncidentTold>, at: string) => void;
  /** Keeping it was tried: what is still open says so. */
  readonly isAsked: boolean;
}

export function FactsField({ told, write, isAsked }: TextsProps) {
  const t = useText();
  return (
    <Textarea
      id="incident-facts"
      label={t('incidents.facts')}
      description={t('incidents.factsHint')}
      value={told.facts}
      error={isAsked && told.facts.trim().length < 3 ? t('incidents.missing') : undefined}
      maxLength={4_000}
      dir="auto"
      autosize
      minRows={3}
      autoComplete="off"
      onChange={({ currentTarget }) => write({ facts: currentTarget.value }, 'incident-facts')}
    />
  );
}

export function DoneFields({ told, write }: Omit<TextsProps, 'isAsked'>) {
  const t = useText();
  return (
    <>
      <WordsField name="actions" told={told} write={write} />
      <ToldTo told={told} write={write} />
      <TextInput
        id="incident-outside"
        label={t('incidents.toldOutside')}
        description={t('incidents.toldOutsideHint')}
        value={told.toldOutside}
        maxLength={400}
        dir="auto"
        autoComplete="off"
        onChange={({ currentTarget }) => write({ toldOutside: currentTarget.value }, 'incident-outside')}
      />
      <WordsField name="lessons" told={told} write={write} />
    </>
  );
}

function WordsField({ name, told, write }: Omit<TextsProps, 'isAsked'> & { name: 'actions' | 'lessons' }) {
  const t = useText();
  return (
    <Textarea
      id={`incident-${name}`}
      label={t(`incidents.${name}`)}
      value={told[name]}
      maxLength={4_000}
      dir="auto"
      autosize
      minRows={2}
      autoComplete="off"
      onChange={({ currentTarget }) => write({ [name]: currentTarget.value }, `incident-${name}`)}
    />
  );
}

function ToldTo({ told, write }: Omit<TextsProps, 'isAsked'>) {
  const t = useText();
  const names = useRead('staffMember.names', {});
  return (
    <MultiSelect
      id="incident-told"
      label={t('incidents.toldTo')}
      description={t('incidents.toldToHint')}
      data={(names.value ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={told.toldTo}
      searchable
      onChange={(ids) => write({ toldTo: ids.map((id) => StaffMemberId.parse(id)) }, 'incident-told')}
    />
  );
}
