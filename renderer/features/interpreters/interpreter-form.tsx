// Who an interpreter is, when vetting and silence were settled, and what ties there are. Nothing but the name is needed.
import { Button, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { type InterpreterDetails, type StoredInterpreter, TieKind } from '#shared/records/interpreter';
import { useWrite } from '../../api/use-vault.ts';
import { now } from '../../clock.ts';
import { dateOf } from '../../dates.ts';
import { DayField } from '../../forms/day-field.tsx';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Sheet } from '../../ui/sheet.tsx';

interface InterpreterFormProps {
  /** Null for a new one. */
  readonly interpreter: StoredInterpreter | null;
  readonly onDone: () => void;
}

const words = ['name', 'agency', 'languages', 'dialect', 'gender'] as const;
const dates = ['vettedOn', 'signedOn'] as const;
type Typed = Record<(typeof words)[number] | (typeof dates)[number] | TieKind, string>;

function typedFrom(one: StoredInterpreter | null): Typed {
  const ties = (kind: TieKind): string =>
    (one?.ties ?? [])
      .filter((tie) => tie.kind === kind)
      .map((tie) => tie.words)
      .join('\n');
  return {
    name: one?.name ?? '',
    agency: one?.agency ?? '',
    languages: one?.languages.join(', ') ?? '',
    dialect: one?.dialect ?? '',
    gender: one?.gender ?? '',
    vettedOn: one?.vettedOn ?? '',
    signedOn: one?.confidentialitySignedOn ?? '',
    COMMUNITY: ties('COMMUNITY'),
    FAMILY: ties('FAMILY'),
    EMPLOYER: ties('EMPLOYER'),
    NETWORK: ties('NETWORK'),
  };
}

const parts = (text: string, by: string): string[] =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function detailsFrom({ vettedOn, signedOn, languages, ...typed }: Typed): InterpreterDetails {
  const { name, agency, dialect, gender } = typed;
  return {
    name,
    agency,
    dialect,
    gender,
    languages: parts(languages, ','),
    vettedOn: vettedOn === '' ? null : vettedOn,
    confidentialitySignedOn: signedOn === '' ? null : signedOn,
    ties: TieKind.options.flatMap((kind) => parts(typed[kind], '\n').map((tie) => ({ kind, words: tie }))),
  };
}

export function InterpreterForm({ interpreter, onDone }: InterpreterFormProps) {
  const t = useText();
  const save = useWrite('interpreter.save');
  const [typed, setTyped] = useState(() => typedFrom(interpreter));
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (typed.name.trim() === '' || save.isRunning) return;
    const of = interpreter === null ? { basedOn: 0 } : { id: interpreter.id, basedOn: interpreter.revision };
    if ((await save.run({ ...of, details: detailsFrom(typed) })).ok) onDone();
  };
  const put = (name: keyof Typed, value: string): void => setTyped({ ...typed, [name]: value });
  return (
    <Sheet title={interpreter ? t('interpreters.change', { name: interpreter.name }) : t('interpreters.add')}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <div className="interpreter-fields">
          {words.map((name) => (
            <TextInput
              key={name}
              label={t(`interpreters.${name}`)}
              {...(name === 'languages' ? { placeholder: t('interpreters.languagesHint') } : {})}
              value={typed[name]}
              maxLength={200}
              dir="auto"
              autoComplete="off"
              onChange={(event) => put(name, event.currentTarget.value)}
            />
          ))}
          {dates.map((name) => (
            <DayField
              key={name}
              label={t(`interpreters.${name}`)}
              value={typed[name]}
              latest={dateOf(now())}
              onValue={(day) => put(name, day)}
            />
          ))}
        </div>
        <fieldset className="interpreter-ties">
          <legend className="field-label">{t('interpreters.ties')}</legend>
          {TieKind.options.map((kind) => (
            <Textarea
              key={kind}
              label={t(`interpreters.tiesHint.${kind}`)}
              value={typed[kind]}
              autosize
              minRows={1}
              dir="auto"
              onChange={(event) => put(kind, event.currentTarget.value)}
            />
          ))}
        </fieldset>
        {save.error && <ErrorSentence error={save.error} />}
        <div className="row wrap">
          <Button variant="default" onClick={onDone}>
            {t('interpreters.leave')}
          </Button>
          <Button type="submit" loading={save.isRunning} disabled={typed.name.trim() === ''}>
            {t('interpreters.keep')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
