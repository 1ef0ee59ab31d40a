// The key that others seal to when they send to this house: its six words, the key as text and picture, a file of it to give away;
// and the keys before it.
import { Button } from '@mantine/core';
import type { OurKeys } from '#shared/records/receiving-key';
import { useRead, useTask } from '../../api/use-vault.ts';
import { useBridge } from '../../bridge.tsx';
import { dateOf, fullDate } from '../../dates.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { Phases } from '../../ui/phases.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Ok } from '../../ui/status-words.tsx';
import { ChangeKey, EarlierKeys } from './earlier-keys.tsx';
import { WholeKey } from './whole-key.tsx';

export function OurKey() {
  const t = useText();
  const key = useRead('receivingKey.get', {});
  const mayMake = useMay('receivingKey.make');
  const mayHand = useMay('receivingKey.handOver');
  const make = useTask('receivingKey.make');
  if (key.value === undefined) return key.error && <ErrorSentence error={key.error} />;
  return (
    <Sheet title={t('received.key.title')}>
      <div className="stack one-column">
        <p className="dim">{t('received.key.lead')}</p>
        {key.value === null ? <Note>{t('received.key.none')}</Note> : <Key found={key.value} />}
        {make.error && <ErrorSentence error={make.error} />}
        {key.value === null && mayMake && (
          <div className="row">
            <Button variant="default" loading={make.isRunning} onClick={() => void make.start({})}>
              {t('received.key.make')}
            </Button>
          </div>
        )}
        {key.value !== null && mayHand && <WriteKey key={key.value.recipient} />}
        {key.value !== null && mayMake && <ChangeKey recipient={key.value.recipient} />}
        {key.value !== null && <EarlierKeys keys={key.value.earlier} mayEnd={mayMake} />}
      </div>
    </Sheet>
  );
}

function Key({ found: { recipient, fingerprintWords, madeAt } }: { found: OurKeys }) {
  const t = useText();
  return (
    <>
      <div role="group" aria-label={t('received.key.words')}>
        <p className="six-words">{fingerprintWords.join(' ')}</p>
      </div>
      {madeAt !== null && (
        <span className="small dim">{t('received.key.madeOn', { date: fullDate(dateOf(madeAt)) })}</span>
      )}
      <p>{t('received.key.compare')}</p>
      <WholeKey recipient={recipient} picture={t('received.key.picture')} />
    </>
  );
}

function WriteKey() {
  const t = useText();
  const bridge = useBridge();
  const hand = useTask('receivingKey.handOver');
  const begin = async (): Promise<void> => {
    const folder = await bridge.choose('key-folder');
    if (folder !== null) void hand.start({ folder: folder.handle });
  };
  const words = {
    'not-a-stick': t('received.key.done'),
    'safe-to-remove': t('received.key.safe'),
    'saved-still-in-use': t('received.key.inUse'),
    'gone-before-safe': t('received.key.gone'),
  };
  return (
    <>
      {hand.error && <ErrorSentence error={hand.error} />}
      {hand.isRunning && (
        <Phases
          phases={[{ id: 'writing', label: t('received.key.writing') }]}
          progress={hand.progress}
          onStop={hand.stop}
        />
      )}
      {hand.value?.stick === 'gone-before-safe' && <Note>{words['gone-before-safe']}</Note>}
      {hand.value && hand.value.stick !== 'gone-before-safe' && <Ok>{words[hand.value.stick]}</Ok>}
      <div className="row">
        <Button variant="default" loading={hand.isRunning} onClick={() => void begin()}>
          {t('received.key.write')}
        </Button>
      </div>
    </>
  );
}
