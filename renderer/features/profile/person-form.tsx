// One person causing harm. The fields for words appear only after the tick that says she asked for them to be kept.
import { Button, Checkbox, NativeSelect, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { harmRelations, harmRoles } from '#shared/htcds/coded-profile';
import type { CaseFileId } from '#shared/ids';
import { KeptDetails, PersonCausingHarm, type StoredPersonCausingHarm } from '#shared/records/person-causing-harm';
import { useWrite } from '../../api/use-vault.ts';
import { useDraft } from '../../forms/use-draft.ts';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';

export const HARM_DRAFT = 'person-causing-harm';

const InMaking = z.strictObject({
  relation: PersonCausingHarm.shape.relation,
  roles: PersonCausingHarm.shape.roles,
  details: KeptDetails.nullable(),
});
type InMaking = z.output<typeof InMaking>;
type Change = (part: Partial<InMaking>, at: string) => void;

const blank: KeptDetails = { sheAsked: true, wantedFor: 'SAFETY_PLANNING', names: '', plates: '', addresses: '' };

function fromSaved(person: StoredPersonCausingHarm | null): InMaking {
  if (person === null) return { relation: null, roles: [], details: null };
  const { relation, roles, details } = person;
  if (details === null) return { relation, roles, details };
  const { askedOn: _day, ...kept } = details;
  return { relation, roles, details: kept };
}

interface PersonFormProps {
  readonly caseFileId: CaseFileId;
  /** Null for somebody new. */
  readonly person: StoredPersonCausingHarm | null;
  readonly number: number;
  readonly pronouns: Pronouns;
  readonly onDone: () => void;
}

export function PersonForm({ caseFileId, person, number, pronouns, onDone }: PersonFormProps) {
  const t = useText();
  const target = { kind: HARM_DRAFT, caseFileId, ...(person ? { recordId: person.id } : {}) };
  const draft = useDraft({ target, schema: InMaking, basedOn: person?.revision ?? 0 });
  const [typed, setTyped] = useState<InMaking | null>(null);
  const add = useWrite('personCausingHarm.add');
  const change = useWrite('personCausingHarm.change');
  const making = typed ?? draft.kept?.body ?? fromSaved(person);
  const error = draft.error ?? add.error ?? change.error;
  const write: Change = (part, at) => {
    const next = { ...making, ...part };
    setTyped(next);
    draft.write(next, at);
  };
  const leave = async (): Promise<void> => {
    await draft.discard();
    onDone();
  };
  const keep = async (): Promise<void> => {
    const basedOn = draft.kept?.basedOn ?? person?.revision ?? 0;
    const result =
      person === null
        ? await add.run({ caseFileId, ...making })
        : await change.run({ id: person.id, basedOn, ...making });
    if (result.ok) await leave();
  };
  if (draft.kept === undefined && !draft.error) return null;
  return (
    <Sheet title={t('happened.personNumber', { number })}>
      <div className="stack">
        {error && <ErrorSentence error={error} />}
        <CodedFields making={making} write={write} />
        <Checkbox
          id="person-she-asked"
          label={t('happened.sheAsked', pronouns)}
          description={t('happened.sheAskedHint', pronouns)}
          checked={making.details !== null}
          onChange={(event) => write({ details: event.currentTarget.checked ? blank : null }, 'person-she-asked')}
        />
        {making.details && <WordFields details={making.details} write={write} />}
        {!making.details && person?.details && <p className="small">{t('happened.detailsGo')}</p>}
        <div className="row wrap">
          <Button variant="default" onClick={() => void leave()}>
            {t('happened.leave')}
          </Button>
          <Button loading={add.isRunning || change.isRunning} onClick={() => void keep()}>
            {t('happened.keepPerson')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}

interface FieldsProps {
  readonly making: InMaking;
  readonly write: Change;
}

function CodedFields({ making, write }: FieldsProps) {
  const t = useText();
  const relations = harmRelations.map((value) => ({ value, label: t(`happened.relations.${value}`) }));
  return (
    <>
      <NativeSelect
        id="person-relation"
        label={t('happened.relation')}
        data={[{ value: '', label: t('happened.relationNone') }, ...relations]}
        value={making.relation ?? ''}
        onChange={(event) =>
          write({ relation: harmRelations.find((one) => one === event.currentTarget.value) ?? null }, 'person-relation')
        }
      />
      <Checkbox.Group
        label={t('happened.roles')}
        value={making.roles}
        onChange={(chosen) => write({ roles: harmRoles.filter((role) => chosen.includes(role)) }, 'person-roles')}
      >
        <div className="choices-column">
          {harmRoles.map((role) => (
            <Checkbox key={role} value={role} label={t(`happened.role.${role}`)} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  );
}

function WordFields({ details, write }: { details: KeptDetails; write: Change }) {
  const t = useText();
  return (
    <>
      <Radio.Group
        label={t('happened.wantedFor')}
        value={details.wantedFor}
        onChange={(wantedFor) => write({ details: { ...details, wantedFor: wantedFor } }, 'person-wanted')}
      >
        <div className="choices">
          {(['SAFETY_PLANNING', 'COUNSEL'] as const).map((one) => (
            <Radio key={one} value={one} label={t(`happened.wanted.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      {(['names', 'plates', 'addresses'] as const).map((name) => (
        <Textarea
          key={name}
          id={`person-${name}`}
          label={t(`happened.${name}`)}
          value={details[name]}
          maxLength={1_000}
          onChange={(event) => write({ details: { ...details, [name]: event.currentTarget.value } }, `person-${name}`)}
          autosize
          minRows={1}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
        />
      ))}
    </>
  );
}
