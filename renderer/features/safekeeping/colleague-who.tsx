// Step 1: the name, the short name for the locked screen, and the role. The rules are the contract's own.
import { Button, Radio, TextInput } from '@mantine/core';
import { type SubmitEvent, useEffect, useState } from 'react';
import { Role } from '#shared/contract/operation';
import { SignInName } from '#shared/keys/sign-in-name';
import { PersonName } from '#shared/records/session';
import { useText } from '../../text.ts';
import { IconNext } from '../../ui/icons.ts';
import { Sheet } from '../../ui/sheet.tsx';

export interface Who {
  readonly name: string;
  readonly signInName: string;
  readonly role: Role;
}
export const nobodyYet: Who = { name: '', signInName: '', role: 'case-manager' };
/** First those who meet the people here, from the narrowest view to the widest; then those who never do. */
const roles = [
  'house-staff',
  'group-facilitator',
  'clinician',
  'legal-advocate',
  'case-manager',
  'director',
  'trainer-partner',
  'reports',
  'auditor',
] as const satisfies readonly Role[];

interface ColleagueWhoProps {
  readonly who: Who;
  /** The vault refused the sign-in name a moment ago. */
  readonly isTaken: boolean;
  readonly onDone: (who: Who) => void;
}

export function ColleagueWho({ who, isTaken, onDone }: ColleagueWhoProps) {
  const t = useText();
  const [typed, setTyped] = useState(who);
  const [isAsked, setAsked] = useState(false);
  const start = isTaken ? 'colleague-sign-in' : 'colleague-name';
  useEffect(() => document.getElementById(start)?.focus(), [start]);
  const isNamed = PersonName.safeParse(typed.name).success;
  const canSignIn = SignInName.safeParse(typed.signInName).success;
  const isRefused = isTaken && typed.signInName === who.signInName;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (isNamed && canSignIn && !isRefused) onDone(typed);
    else document.getElementById(isNamed ? 'colleague-sign-in' : 'colleague-name')?.focus();
  };
  const signInError = isRefused
    ? t('safekeeping.taken')
    : isAsked && !canSignIn
      ? t('safekeeping.signInNeeded')
      : undefined;
  return (
    <form className="stack keep-form" onSubmit={submit} noValidate>
      <Sheet>
        <div className="keep-fields">
          <TextInput
            id="colleague-name"
            size="md"
            label={t('safekeeping.name')}
            description={t('safekeeping.nameHint')}
            value={typed.name}
            onChange={(event) => setTyped({ ...typed, name: event.currentTarget.value })}
            error={isAsked && !isNamed ? t('safekeeping.nameNeeded') : undefined}
            maxLength={120}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
          />
          <TextInput
            id="colleague-sign-in"
            size="md"
            label={t('safekeeping.signInName')}
            description={t('safekeeping.signInHint')}
            value={typed.signInName}
            onChange={(event) => setTyped({ ...typed, signInName: event.currentTarget.value })}
            error={signInError}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
          />
          <Radio.Group
            size="md"
            label={t('safekeeping.roleAsk')}
            value={typed.role}
            onChange={(value) => setTyped({ ...typed, role: Role.parse(value) })}
          >
            <div className="keep-roles">
              {roles.map((role) => (
                <Radio
                  key={role}
                  value={role}
                  label={t(`safekeeping.role.${role}`)}
                  description={t(`safekeeping.roleSays.${role}`)}
                />
              ))}
            </div>
          </Radio.Group>
        </div>
      </Sheet>
      <div>
        <Button type="submit" size="md" rightSection={<IconNext size={18} className="flip" aria-hidden />}>
          {t('safekeeping.toPassphrase')}
        </Button>
      </div>
    </form>
  );
}
