// The reader of this agency: handed over once, with a card that says how to check it and how to do without.
import { Button } from '@mantine/core';
import type { StoredPartnerAgency } from '#shared/records/partner-agency';
import type { ReaderCard } from '#shared/records/partner-reader';
import { useRead, useTask } from '../../api/use-vault.ts';
import { useBridge } from '../../bridge.tsx';
import { dateOf, fullDate } from '../../dates.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconPrint } from '../../ui/icons.ts';
import { Phases } from '../../ui/phases.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note, Ok } from '../../ui/status-words.tsx';

export function AgencyReader({ agency }: { agency: StoredPartnerAgency }) {
  const t = useText();
  const card = useRead('partnerReader.card', { partnerAgencyId: agency.id });
  const mayHand = useMay('partnerReader.handOver');
  if (card.error) return <ErrorSentence error={card.error} />;
  if (!card.value) return null;
  const { copies } = card.value;
  return (
    <Sheet title={t('replies.reader.title')}>
      <div className="stack one-column no-print">
        <p className="dim">{t('replies.reader.lead')}</p>
        {copies.length === 0 && <Note>{t('replies.reader.none')}</Note>}
        {copies.map((copy) => (
          <div key={copy.id}>
            <p>
              {t('replies.reader.copy', { date: fullDate(dateOf(copy.handedOverAt)), name: copy.savedBy?.name ?? '' })}
            </p>
            <p className="small dim reader-hash">{copy.sha256}</p>
          </div>
        ))}
        {mayHand && <HandOverReader agency={agency} again={copies.length > 0} />}
      </div>
      <Card card={card.value} />
    </Sheet>
  );
}

function HandOverReader({ agency, again }: { agency: StoredPartnerAgency; again: boolean }) {
  const t = useText();
  const bridge = useBridge();
  const hand = useTask('partnerReader.handOver');
  const begin = async (): Promise<void> => {
    const folder = await bridge.choose('reader-folder');
    if (folder !== null) void hand.start({ partnerAgencyId: agency.id, folder: folder.handle });
  };
  const words = {
    'not-a-stick': t('replies.reader.done'),
    'safe-to-remove': t('replies.reader.safe'),
    'saved-still-in-use': t('replies.reader.inUse'),
    'gone-before-safe': t('replies.reader.gone'),
  };
  return (
    <>
      {hand.error && <ErrorSentence error={hand.error} />}
      {hand.isRunning && (
        <Phases
          phases={[{ id: 'writing', label: t('replies.reader.writing') }]}
          progress={hand.progress}
          onStop={hand.stop}
        />
      )}
      {hand.value?.stick === 'gone-before-safe' && <Note>{words['gone-before-safe']}</Note>}
      {hand.value && hand.value.stick !== 'gone-before-safe' && <Ok>{words[hand.value.stick]}</Ok>}
      <div className="row wrap">
        <Button loading={hand.isRunning} onClick={() => void begin()}>
          {again ? t('replies.reader.handAgain') : t('replies.reader.handOver')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrint size={18} aria-hidden />}
          onClick={() => {
            window.print();
          }}
        >
          {t('replies.reader.print')}
        </Button>
      </div>
    </>
  );
}

/** The same on the screen and on paper. */
function Card({ card }: { card: ReaderCard }) {
  const t = useText();
  const newest = card.copies[0];
  return (
    <article className="agency-card">
      <h3>{t('replies.card.title')}</h3>
      <h4>{t('replies.card.ours')}</h4>
      <p className={card.shelterWords ? 'six-words' : 'dim'}>
        {card.shelterWords?.join(' ') ?? t('replies.card.noWords')}
      </p>
      <p>{t('replies.card.oursHint')}</p>
      <h4>{t('replies.card.readerTitle')}</h4>
      {newest && (
        <p>
          {t('replies.card.readerHash')} <span className="reader-hash">{newest.sha256}</span>
        </p>
      )}
      <p>{t('replies.card.readerHow')}</p>
      <p>{t('replies.card.readerUse')}</p>
      <p>{t('replies.card.never')}</p>
      <h4>{t('replies.card.ageTitle')}</h4>
      <p>{t('replies.card.ageHow')}</p>
    </article>
  );
}
