// A key file beside the passphrase. It is found by itself on a stick that is plugged in, so that nobody clicks for it; where it is not, it
// can be pointed at. What is said here depends on the sticks alone: never on the name, so it tells nobody who needs one.
import { Anchor } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ErrorCode } from '#shared/contract/errors';
import { ChoiceHandle } from '#shared/ids';
import type { KeyFilesAtHand } from '#shared/records/key-file';
import { useTask } from '../api/use-vault.ts';
import { useVault } from '../api/vault-context.tsx';
import { useBridge } from '../bridge.tsx';
import { useText } from '../text.ts';
import { Note, Ok } from '../ui/status-words.tsx';

/** ms between two questions; the vault looks at the sticks only when one came or went. */
const ASK_EVERY = 1_500;

export function KeyFileAtHand() {
  const t = useText();
  const bridge = useBridge();
  const { atHand, ask } = useAtHand();
  const choose = useTask('keyFile.choose');
  const point = async (): Promise<void> => {
    const choice = await bridge.choose('key-file');
    if (choice === null) return;
    const pointed = await choose.start({ file: ChoiceHandle.parse(choice.handle) });
    if (pointed.ok) ask();
  };
  return (
    <div className="key-file-line small">
      <span role="status">
        {choose.error ? <Note>{t(refusalOf(choose.error.code))}</Note> : <Found atHand={atHand} />}
      </span>
      {(atHand === null || atHand.whole === 0) && (
        <Anchor component="button" type="button" onClick={() => void point()}>
          {t('keyFile.use')}
        </Anchor>
      )}
    </div>
  );
}

function refusalOf(code: ErrorCode): 'keyFile.isDamaged' | 'keyFile.isNone' | 'keyFile.isGone' {
  if (code === 'file-damaged') return 'keyFile.isDamaged';
  return code === 'file-not-recognised' || code === 'not-a-regular-file' ? 'keyFile.isNone' : 'keyFile.isGone';
}

function Found({ atHand }: { atHand: KeyFilesAtHand | null }) {
  const t = useText();
  if (atHand === null) return null;
  if (atHand.whole > 0) return <Ok>{atHand.chosen ? t('keyFile.pointed') : t('keyFile.found')}</Ok>;
  return atHand.damaged > 0 ? <Note>{t('keyFile.damaged')}</Note> : null;
}

function useAtHand(): { readonly atHand: KeyFilesAtHand | null; readonly ask: () => void } {
  const vault = useVault();
  const [atHand, setAtHand] = useState<KeyFilesAtHand | null>(null);
  const ask = (): void => {
    // Without an answer the line says nothing: signing in says what is wrong.
    vault.keyFile.atHand({}).then(setAtHand, () => undefined);
  };
  const askAgain = useEffectEvent(ask);
  useEffect(() => {
    askAgain();
    const timer = setInterval(() => askAgain(), ASK_EVERY);
    return () => clearInterval(timer);
  }, []);
  return { atHand, ask };
}
