// Step 1: what the shelter is called inside the records, and who its first director is.
import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { SignInName } from '#shared/keys/sign-in-name';
import { PersonName } from '#shared/records/session';
import { useText } from '../text.ts';
import { Note } from '../ui/status-words.tsx';
import { Next, SetupFrame } from './setup-frame.tsx';

export interface Office {
  readonly shelterName: string;
  readonly directorName: string;
  readonly signInName: string;
}

/** Which fields still need something. The rule is the contract's own. */
function openFields(office: Office): ReadonlySet<keyof Office> {
  const isOpen = {
    shelterName: !PersonName.safeParse(office.shelterName).success,
    directorName: !PersonName.safeParse(office.directorName).success,
    signInName: !SignInName.safeParse(office.signInName).success,
  };
  return new Set((Object.keys(isOpen) as (keyof Office)[]).filter((field) => isOpen[field]));
}

interface SetupOfficeProps {
  readonly office: Office;
  readonly onDone: (office: Office) => void;
  /** A new computer: the records come back from a backup instead. */
  readonly onRestore: () => void;
}

export function SetupOffice({ office, onDone, onRestore }: SetupOfficeProps) {
  const t = useText();
  const [typed, setTyped] = useState(office);
  const [isAsked, setAsked] = useState(false);
  const open = openFields(typed);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setAsked(true);
    const [first] = open;
    if (first === undefined) onDone(typed);
    else document.getElementById(idOf(first))?.focus();
  };
  const field = (name: keyof Office, label: string, hint: string, needed: string) => (
    <div className="wizard-field">
      <TextInput
        id={idOf(name)}
        size="md"
        label={label}
        description={hint}
        value={typed[name]}
        onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
        error={isAsked && open.has(name) ? <Note>{needed}</Note> : undefined}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
      />
    </div>
  );
  return (
    <form onSubmit={submit} noValidate>
      <SetupFrame
        step="office"
        title={t('setup.officeTitle')}
        lead={t('setup.officeLead')}
        foot={
          <>
            <Button size="md" variant="subtle" onClick={onRestore}>
              {t('backups.restoreFirst')}
            </Button>
            <span className="grow" />
            <Next label={t('setup.toPassphrase')} />
          </>
        }
      >
        <div className="wizard-fields">
          {field('shelterName', t('setup.shelterName'), t('setup.shelterNameHint'), t('setup.fieldNeeded'))}
          {field('directorName', t('setup.directorName'), t('setup.directorNameHint'), t('setup.yourNameNeeded'))}
          {field('signInName', t('setup.signInName'), t('setup.signInNameHint'), t('setup.nameNeeded'))}
        </div>
      </SetupFrame>
    </form>
  );
}

const idOf = (name: keyof Office): string => `setup-${name}`;
