// Backups: make one in two clicks, see which copies there are, and test one without touching anything.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Choice } from '#shared/contract/bridge';
import type { WireError } from '#shared/contract/errors';
import { ChoiceHandle } from '#shared/ids';
import { BackupPhase, type CreatedBackup, type StickAfterBackup } from '#shared/records/backup';
import type { TextKey } from '#shared/text/language';
import { useRead, useTask } from '../../api/use-vault.ts';
import { useBridge } from '../../bridge.tsx';
import { dayAndTime } from '../../dates.ts';
import { useSession } from '../../session/session-gate.tsx';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconStick } from '../../ui/icons.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Phases } from '../../ui/phases.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Note } from '../../ui/status-words.tsx';
import { Verdict } from '../../ui/verdict.tsx';
import { Copies } from './copies.tsx';
import { AskAboutDamaged, DamagedSheet } from './damaged-files.tsx';
import { DrillSheet } from './drill-sheet.tsx';
import { RuleSheet } from './rule-sheet.tsx';

const afterwards = {
  'safe-to-remove': 'setup.stickSafe',
  'saved-still-in-use': 'setup.stickInUse',
  'gone-before-safe': 'setup.stickGone',
  'not-a-stick': 'setup.notAStick',
} as const satisfies Record<StickAfterBackup, TextKey>;

type Making = ReturnType<typeof useTask<'backup.create'>>;

export function BackupsPage() {
  const t = useText();
  const { person } = useSession();
  const make = useTask('backup.create');
  return (
    <>
      <PageHead title={t('backups.title')} fact={t('backups.lead')} />
      <div className="stack">
        <MakeBackup make={make} />
        <Copies />
        {/* While she is asked about them, they stand there. */}
        {!isAboutDamage(make.error) && <DamagedSheet />}
        {person.role === 'director' && <DrillSheet />}
        <RuleSheet />
        <SavedSheet />
      </div>
    </>
  );
}

/** Records were saved from damage once: where the list of what was missing lies. */
function SavedSheet() {
  const t = useText();
  const at = useRead('backup.list', {}).value?.savedFromDamageAt ?? null;
  const mayRead = useMay('salvage.missing');
  if (at === null || !mayRead) return null;
  return (
    <Sheet title={t('salvage.missingTitle')}>
      <div className="row wrap between">
        <span>{t('salvage.savedOn', { date: dayAndTime(at) })}</span>
        <Button component={Link} href="/safekeeping/missing" variant="default">
          {t('salvage.todayOpen')}
        </Button>
      </div>
    </Sheet>
  );
}

const isAboutDamage = (error: WireError | null): boolean => error?.code === 'attachment-damaged';

function MakeBackup({ make }: { make: Making }) {
  const t = useText();
  const bridge = useBridge();
  const [place, setPlace] = useState<Choice | null>(null);
  const choose = async (): Promise<void> => setPlace((await bridge.choose('backup-folder')) ?? place);
  const start = (withoutDamaged: boolean): void => {
    if (place) void make.start({ folder: ChoiceHandle.parse(place.handle), withoutDamaged });
  };
  const mustAsk = isAboutDamage(make.error);
  if (make.value) return <Made made={make.value} />;
  return (
    <Sheet title={t('backups.make')}>
      <div className="stack">
        <p className="dim">{t('backups.makeLead')}</p>
        {!make.isRunning && !mustAsk && (
          <div className="row wrap">
            <Button variant="default" leftSection={<IconStick size={18} aria-hidden />} onClick={() => void choose()}>
              {t('backups.choose')}
            </Button>
            {place && <span>{t('backups.chosen', { name: place.name })}</span>}
            <Button disabled={place === null} onClick={() => start(false)}>
              {t('backups.start')}
            </Button>
          </div>
        )}
        {make.isRunning && (
          <Phases
            phases={BackupPhase.options.map((id) => ({ id, label: t(`backups.phase.${id}`) }))}
            progress={make.progress}
            onStop={make.stop}
          />
        )}
        {mustAsk && <AskAboutDamaged onWithout={() => start(true)} onLeave={make.forget} />}
        {make.error && !mustAsk && <ErrorSentence error={make.error} />}
      </div>
    </Sheet>
  );
}

function Made({ made }: { made: CreatedBackup }) {
  const t = useText();
  const isWhole = made.stick !== 'gone-before-safe';
  return (
    <Verdict
      good={isWhole}
      outcome={
        !isWhole
          ? t('backups.notGood')
          : made.missing > 0
            ? t('backups.opensBut', { count: made.missing })
            : t('backups.good')
      }
      consequence={t(afterwards[made.stick])}
    >
      {(made.missing + made.cleared > 0 || made.otherHistory || made.newerBackup) && (
        <div className="verdict-body stack">
          {made.missing > 0 && <Note>{t('backups.notInIt', { count: made.missing })}</Note>}
          {made.cleared > 0 && <p className="dim">{t('backups.cleared', { count: made.cleared })}</p>}
          {made.otherHistory && (
            <Note>{t('backups.historyOther', { date: dayAndTime(made.otherHistory.createdAt) })}</Note>
          )}
          {made.newerBackup && (
            <Note>{t('backups.historyNewer', { date: dayAndTime(made.newerBackup.createdAt) })}</Note>
          )}
        </div>
      )}
    </Verdict>
  );
}
