// Who signs a permission. Somebody who counts as under 18 signs with a guardian or as a minor alone, and says yes as well; who
// causes harm signs nothing.
import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useId } from 'react';
import { countsAsMinor, type Standing } from '#shared/records/minority';
import { Signer } from '#shared/records/release';
import type { Pronouns } from '../../pronouns.ts';
import { useText } from '../../text.ts';
import { Stop } from '../../ui/status-words.tsx';

const kinds = Signer.shape.kind.options;
type Kind = Signer['kind'];

/** Who may sign at this age, the usual one first. */
export function signersAt(standing: Standing): readonly Kind[] {
  if (countsAsMinor(standing)) return ['MINOR_AND_GUARDIAN', 'MINOR_ALONE'];
  return standing === 'ADULT' ? ['SELF', 'GUARDIAN'] : kinds;
}

export const signsAs = (kind: Kind): Signer => ({
  kind,
  guardianName: '',
  signerIsAbuser: null,
  minorAssent: isMinor(kind) ? 'NOT_ASKED' : 'NOT_A_MINOR',
});

const isMinor = (kind: Kind): boolean => kind === 'MINOR_AND_GUARDIAN' || kind === 'MINOR_ALONE';
const hasGuardian = (kind: Kind): boolean => kind === 'MINOR_AND_GUARDIAN' || kind === 'GUARDIAN';

/** Whether this may be kept: whoever signs is named, and nobody who signs is said to do harm. */
export const maySign = ({ kind, guardianName, signerIsAbuser }: Signer): boolean =>
  signerIsAbuser !== true && hasGuardian(kind) === (guardianName.trim() !== '');

interface SignerFieldsProps {
  readonly standing: Standing;
  readonly signer: Signer;
  readonly pronouns: Pronouns;
  readonly onSigner: (signer: Signer) => void;
}

export function SignerFields({ standing, signer, pronouns, onSigner }: SignerFieldsProps) {
  const t = useText();
  const { kind } = signer;
  const put = (part: Partial<Signer>): void => onSigner({ ...signer, ...part });
  return (
    <>
      <NativeSelect
        label={t('sharing.signer')}
        value={kind}
        data={signersAt(standing).map((one) => ({ value: one, label: t(`sharing.signers.${one}`, pronouns) }))}
        onChange={(event) => onSigner(signsAs(Signer.shape.kind.parse(event.currentTarget.value)))}
      />
      {hasGuardian(kind) && (
        <TextInput
          label={t('sharing.guardian')}
          description={t('sharing.guardianHint', pronouns)}
          dir="auto"
          maxLength={200}
          value={signer.guardianName}
          onChange={(event) => put({ guardianName: event.currentTarget.value })}
        />
      )}
      <SignerQuestions signer={signer} pronouns={pronouns} onSigner={onSigner} />
    </>
  );
}

/** Whether what has to be asked before a signature is still open. */
export const isOpen = ({ signerIsAbuser, minorAssent }: Signer): boolean =>
  signerIsAbuser === null || minorAssent === 'NOT_ASKED';

/** A minor's own yes, and whether whoever signs causes harm. */
export function SignerQuestions({ signer, pronouns, onSigner }: Omit<SignerFieldsProps, 'standing'>) {
  const t = useText();
  const put = (part: Partial<Signer>): void => onSigner({ ...signer, ...part });
  return (
    <>
      {isMinor(signer.kind) && (
        <YesNo
          label={t('sharing.assent', pronouns)}
          value={signer.minorAssent === 'YES' ? true : signer.minorAssent === 'NO' ? false : null}
          onValue={(yes) => put({ minorAssent: yes === null ? 'NOT_ASKED' : yes ? 'YES' : 'NO' })}
        />
      )}
      <YesNo
        label={t('sharing.harms')}
        value={signer.signerIsAbuser}
        onValue={(signerIsAbuser) => put({ signerIsAbuser })}
      />
      {signer.signerIsAbuser === true && (
        <p role="alert">
          <Stop>{t('sharing.harmsStop')}</Stop>
        </p>
      )}
    </>
  );
}

interface YesNoProps {
  readonly label: string;
  readonly value: boolean | null;
  readonly onValue: (value: boolean | null) => void;
}

/** Nothing is chosen in advance. */
function YesNo({ label, value, onValue }: YesNoProps) {
  const t = useText();
  const id = useId();
  const answers = { yes: true, no: false, '': null } as const;
  return (
    <div>
      <p className="field-label" id={id}>
        {label}
      </p>
      <SegmentedControl
        aria-labelledby={id}
        value={value === null ? '' : value ? 'yes' : 'no'}
        onChange={(next) => onValue(answers[next])}
        data={[
          { value: 'no', label: t('sharing.NO') },
          { value: 'yes', label: t('sharing.YES') },
          { value: '', label: t('words.notAsked') },
        ]}
      />
    </div>
  );
}
