// A passphrase for a file that leaves: six words are offered, drawn by the vault, and taken with one press; another may be typed.
import { Button, PasswordInput } from '@mantine/core';
import { useRead } from '../api/use-vault.ts';

interface OfferedPassphraseProps {
  readonly label: string;
  readonly hint?: string;
  /** Said above the words. */
  readonly lead?: string;
  /** What the button says that takes them. */
  readonly take: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function OfferedPassphrase({ label, hint, lead, take, value, onChange }: OfferedPassphraseProps) {
  const offer = useRead('exportPackage.suggestPassphrase', {}).value;
  return (
    <>
      <PasswordInput
        label={label}
        description={hint}
        maxLength={256}
        autoComplete="off"
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': label }}
      />
      {offer && lead !== undefined && <span className="small dim">{lead}</span>}
      {offer && (
        <div className="row wrap">
          <span className="six-words">{offer.passphrase}</span>
          <Button size="compact-md" variant="default" onClick={() => onChange(offer.passphrase)}>
            {take}
          </Button>
        </div>
      )}
    </>
  );
}
