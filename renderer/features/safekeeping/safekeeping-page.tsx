// Safekeeping: who can open the records, what brings them back, and whether they are whole. A director sees all of it,
// everyone else their own passphrase.
import { Link } from 'wouter';
import { useSession } from '../../session/session-gate.tsx';
import { useText } from '../../text.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { AccessSheet } from './access-sheet.tsx';
import { BackupsSheet } from './backups-sheet.tsx';
import { CheckSheet } from '../../ui/check-sheet.tsx';
import { OutsideSheet } from './outside-sheet.tsx';
import { ProgramSheet } from './program-sheet.tsx';
import { ScreensSheet } from './screens-sheet.tsx';
import { HistorySheet } from './history-sheet.tsx';
import { LockSheet } from './lock-sheet.tsx';
import { PassphraseSheet } from './passphrase-page.tsx';
import { TrusteesSheet } from './trustees-sheet.tsx';
import { WayBackSheet } from './way-back-sheet.tsx';
import './safekeeping.css';

export function SafekeepingPage() {
  const t = useText();
  const { person } = useSession();
  if (person.role !== 'director') {
    return (
      <>
        <PageHead title={t('safekeeping.title')} fact={t('safekeeping.factOwn')} />
        <div className="keep-own">
          <PassphraseSheet />
          <HistorySheet />
          <OutsideSheet />
          <ProgramSheet />
        </div>
      </>
    );
  }
  return (
    <>
      <PageHead title={t('safekeeping.title')} fact={t('safekeeping.fact')} />
      <div className="keep">
        <div className="stack">
          <BackupsSheet />
          <AccessSheet />
          <CheckSheet />
          <HistorySheet />
          <OutsideSheet />
          <Sheet title={t('retention.title')}>
            <Link href="/safekeeping/retention">{t('retention.link')}</Link>
          </Sheet>
          <Sheet title={t('place.title')}>
            <Link href="/safekeeping/place">{t('place.link')}</Link>
          </Sheet>
          <Sheet title={t('wordList.title')}>
            <Link href="/safekeeping/words">{t('wordList.link')}</Link>
          </Sheet>
        </div>
        <div className="stack">
          <WayBackSheet />
          <TrusteesSheet />
          <PassphraseSheet />
          <LockSheet />
          <ScreensSheet />
          <ProgramSheet />
        </div>
      </div>
    </>
  );
}
