// Choosing a passphrase: six words are offered, an own one may be written. It counts once it was typed a second time.
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { normalisePassphrase } from '#shared/keys/passphrase';
import { useRead, useTask } from '../api/use-vault.ts';
import { useText } from '../text.ts';
import { IconAnother } from '../ui/icons.ts';
import { Note, Ok } from '../ui/status-words.tsx';
import { PassphraseField } from './passphrase-field.tsx';

/** ms after the last key before the vault is asked for its verdict. */
const JUDGE_AFTER = 300;

interface NewPassphraseProps {
  /** Names that somebody who knows the shelter would try first. */
  readonly knownWords: readonly string[];
  /** The passphrase once it is good and was typed twice, else null. */
  readonly onReady: (passphrase: string | null) => void;
}

export function NewPassphrase({ knownWords, onReady }: NewPassphraseProps) {
  const [isOwn, setOwn] = useState(false);
  const turn = (): void => {
    onReady(null);
    setOwn(!isOwn);
  };
  return isOwn ? (
    <OwnPassphrase knownWords={knownWords} onReady={onReady} onWords={turn} />
  ) : (
    <OfferedWords onReady={onReady} onOwn={turn} />
  );
}

function OfferedWords({ onReady, onOwn }: Pick<NewPassphraseProps, 'onReady'> & { onOwn: () => void }) {
  const t = useText();
  const offer = useRead('session.suggestPassphrase', {}, { keepLast: true });
  const words = offer.value?.words;
  const passphrase = words?.join(' ') ?? '';
  const another = (): void => {
    onReady(null);
    offer.refresh();
  };
  return (
    <div className="stack">
      <section className="kit" aria-label={t('setup.yourWords')}>
        <div>
          <p className="label-line">{t('setup.yourWords')}</p>
          <p className="six-words">
            {words?.map((word, index) => (
              <span key={index}>{word}</span>
            ))}
          </p>
        </div>
        <div className="kit-ways">
          <Button variant="default" leftSection={<IconAnother size={17} aria-hidden />} onClick={another}>
            {t('setup.another')}
          </Button>
          <Button variant="default" onClick={onOwn}>
            {t('setup.useOwn')}
          </Button>
        </div>
      </section>
      <TypeAgain key={passphrase} label={t('setup.typeOnce')} passphrase={passphrase} onReady={onReady} />
    </div>
  );
}

function OwnPassphrase({ knownWords, onReady, onWords }: NewPassphraseProps & { onWords: () => void }) {
  const t = useText();
  const judge = useTask('session.judgePassphrase');
  const [typed, setTyped] = useState('');
  const [isShown, setShown] = useState(false);
  const [judged, setJudged] = useState<{ typed: string; reason: 'good' | 'too-short' | 'too-easy' } | null>(null);
  const start = judge.start;
  useEffect(() => {
    if (typed === '') return;
    let isStale = false;
    const ask = async (): Promise<void> => {
      const result = await start({ passphrase: typed, knownWords: [...knownWords] });
      if (result.ok && !isStale) setJudged({ typed, reason: result.value.reason });
    };
    const timer = setTimeout(() => void ask(), JUDGE_AFTER);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- asks again when the words change, not when the hook renders
  }, [typed]);
  const reason = judged?.typed === typed ? judged.reason : null;
  const words = { good: t('setup.strong'), 'too-short': t('setup.tooShort'), 'too-easy': t('setup.tooEasy') };
  return (
    <div className="stack">
      <PassphraseField
        id="own-passphrase"
        size="md"
        label={t('setup.ownLabel')}
        description={t('setup.ownHint')}
        value={typed}
        onType={(text) => {
          setTyped(text);
          onReady(null);
        }}
        isShown={isShown}
        onShow={setShown}
      />
      <div role="status" className="verdict-line">
        {reason === 'good' ? (
          <Ok>{words.good}</Ok>
        ) : reason ? (
          <Note>{words[reason]}</Note>
        ) : (
          typed && <Note>{t('setup.judging')}</Note>
        )}
      </div>
      {reason === 'good' && <TypeAgain key={typed} label={t('setup.typeAgain')} passphrase={typed} onReady={onReady} />}
      <div>
        <Button variant="default" onClick={onWords}>
          {t('setup.useWords')}
        </Button>
      </div>
    </div>
  );
}

interface TypeAgainProps extends Pick<NewPassphraseProps, 'onReady'> {
  readonly label: string;
  readonly passphrase: string;
}
function TypeAgain({ label, passphrase, onReady }: TypeAgainProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const [isShown, setShown] = useState(false);
  const isSame = passphrase !== '' && normalisePassphrase(typed) === normalisePassphrase(passphrase);
  const type = (text: string): void => {
    setTyped(text);
    onReady(normalisePassphrase(text) === normalisePassphrase(passphrase) ? passphrase : null);
  };
  return (
    <div className="type-again">
      <PassphraseField
        id="passphrase-again"
        size="md"
        label={label}
        value={typed}
        onType={type}
        isShown={isShown}
        onShow={setShown}
      />
      <div role="status" className="verdict-line">
        {isSame ? <Ok>{t('setup.same')}</Ok> : typed !== '' && <Note>{t('setup.notYetSame')}</Note>}
      </div>
    </div>
  );
}
