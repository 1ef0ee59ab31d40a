// A field for the printed code, judged while it is typed. Where the code is known it is compared sign by sign.
import { TextInput } from '@mantine/core';
import { readRecoveryCode, recoveryCodeCharacters } from '#shared/keys/recovery-code';
import type { TextKey } from '#shared/text/language';
import { useText } from '../text.ts';
import { Note, Ok, Stop } from '../ui/status-words.tsx';

export type CodeVerdict =
  | { readonly state: 'so-far'; readonly count: number; readonly isCompared: boolean }
  | { readonly state: 'different'; readonly group: number }
  | { readonly state: 'slip'; readonly reason: 'character' | 'too-long' | 'checksum' }
  | { readonly state: 'whole'; readonly isCompared: boolean };

/** Capitals, spaces and dashes do not matter; O counts as 0, I and L as 1, as on the printed sheet. */
const plain = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');

/** What a typed code is so far. `expected` is the code on the sheet, when this screen has just made it. */
export function judgeCode(typed: string, expected: string | null): CodeVerdict {
  const reading = readRecoveryCode(typed);
  if (reading.state === 'mistyped' && reading.reason !== 'checksum') return { state: 'slip', reason: reading.reason };
  if (expected !== null) {
    const [mine, theirs] = [plain(typed), plain(expected)];
    const wrong = Array.from(mine).findIndex((sign, at) => sign !== theirs[at]);
    if (wrong >= 0) return { state: 'different', group: Math.floor(wrong / 4) + 1 };
  }
  const isCompared = expected !== null;
  if (reading.state === 'incomplete') {
    return { state: 'so-far', count: recoveryCodeCharacters - reading.missing, isCompared };
  }
  return reading.state === 'well-formed' ? { state: 'whole', isCompared } : { state: 'slip', reason: 'checksum' };
}

const slips = {
  character: 'session.codeCharacter',
  'too-long': 'session.codeTooLong',
  checksum: 'session.codeMistyped',
} as const satisfies Record<string, TextKey>;

function Judged({ verdict }: { verdict: CodeVerdict }) {
  const t = useText();
  switch (verdict.state) {
    case 'different':
      return <Stop>{t('session.codeDifferent', { group: verdict.group })}</Stop>;
    case 'slip':
      return <Stop>{t(slips[verdict.reason])}</Stop>;
    case 'whole':
      return <Ok>{verdict.isCompared ? t('session.codeRight') : t('session.codeAdds')}</Ok>;
    case 'so-far':
      if (verdict.count === 0) return null;
      return verdict.isCompared ? (
        <Ok>{t('session.codeSoFarGood', { count: verdict.count })}</Ok>
      ) : (
        <Note>{t('session.codeSoFar', { count: verdict.count })}</Note>
      );
  }
}

interface RecoveryCodeFieldProps {
  readonly id: string;
  readonly label?: string;
  readonly value: string;
  readonly expected?: string | null;
  readonly onType: (typed: string) => void;
  /** Enter, once the code is whole. */
  readonly onWhole?: () => void;
}

export function RecoveryCodeField({ id, label, value, expected = null, onType, onWhole }: RecoveryCodeFieldProps) {
  const t = useText();
  const verdict = judgeCode(value, expected);
  return (
    <div className="code-field">
      <TextInput
        id={id}
        className="code-in"
        size="md"
        {...(label ? { label } : { 'aria-label': t('session.recoveryCodeFromPaper') })}
        value={value}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && verdict.state === 'whole') onWhole?.();
        }}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
      />
      <div role="status" className="code-verdict">
        <Judged verdict={verdict} />
      </div>
    </div>
  );
}
