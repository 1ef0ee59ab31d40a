// Today: where one was writing, who needs something now, what to look back at, and whether the records are safely kept.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Today } from '#shared/records/today';
import { useRead } from '../../api/use-vault.ts';
import { DueNeeds } from '../../case/due-needs.tsx';
import { now } from '../../clock.ts';
import { longDay, timeOfDay } from '../../dates.ts';
import { isBuilt } from '../../places.ts';
import { useMay } from '../../session/use-may.ts';
import { useText } from '../../text.ts';
import { ErrorSentence } from '../../ui/error-sentence.tsx';
import { IconSomeoneNew } from '../../ui/icons.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, Sheet } from '../../ui/sheet.tsx';
import { AgenciesToVerify } from './agencies-to-verify.tsx';
import { BackupSheet, DrillDue, MissingSheet, WayBackDrills, WayBackSheet } from './keeping.tsx';
import { HandOversToday } from './hand-overs-today.tsx';
import { HouseToday } from './house-today.tsx';
import { IncidentsToday } from './incidents-today.tsx';
import { LaidAsideToday } from './laid-aside-today.tsx';
import { OpeningsToday } from './openings-today.tsx';
import { InterpretersToVet } from './interpreters-to-vet.tsx';
import { OutsideToday } from './outside-today.tsx';
import { ResumeBar } from './resume-bar.tsx';
import { ReviewsToday } from './reviews-today.tsx';
import { SafetyStepsToday } from './safety-steps-today.tsx';
import { RoleStart } from './role-start.tsx';
import { SealedToday } from './sealed-today.tsx';
import { SinceLastShift } from './since-last-shift.tsx';
import { ThreatsToday } from './threats-today.tsx';
import { UnfinishedToday } from './unfinished-today.tsx';
import './today.css';

const FEW = 8;

export function TodayPage() {
  const t = useText();
  const mayOpen = useMay('caseFile.open');
  const seesNeeds = useMay('need.due');
  const seesShift = useMay('calendar.sinceLastShift');
  const [limit, setLimit] = useState(FEW);
  const today = useRead('today.get', { limit }, { keepLast: true });
  return (
    <>
      <PageHead
        title={t('today.title')}
        fact={`${longDay(now())}, ${timeOfDay(now())}`}
        actions={
          <>
            {seesNeeds && (
              <Button variant="default" component={Link} href="/glance">
                {t('glance.title')}
              </Button>
            )}
            {mayOpen && (
              <Button component={Link} href="/cases/new" leftSection={<IconSomeoneNew size={18} aria-hidden />}>
                {t('today.someoneNew')}
              </Button>
            )}
          </>
        }
      />
      {today.error && <ErrorSentence error={today.error} />}
      {today.value?.resume && <ResumeBar draft={today.value.resume} />}
      {today.value && (
        <div className="today">
          <div className="stack">
            <ThreatsToday threats={today.value.threats} />
            <HandOversToday handOvers={today.value.handOvers} />
            <LaidAsideToday words={today.value.laidAside} />
            {today.value.safetySteps.length > 0 && <SafetyStepsToday steps={today.value.safetySteps} />}
            {seesNeeds ? <NeedsSheet today={today.value} onMore={() => setLimit(100)} /> : <RoleStart />}
            <OutsideToday breaches={today.value.breaches} requests={today.value.legalRequests} />
            <OpeningsToday openings={today.value.openings} />
            {mayOpen && (
              <ReviewsToday
                reviews={today.value.reviews}
                releases={today.value.releasesEnding}
                followUps={today.value.followUps}
                contacts={today.value.contacts}
                holds={today.value.holds}
                legalDates={today.value.legalDates}
                referrals={today.value.referrals}
                rights={today.value.rights}
                today={today.value.today}
              />
            )}
            <SealedToday due={today.value.sealedDue} today={today.value.today} />
          </div>
          <div className="stack">
            {seesShift && <SinceLastShift />}
            <IncidentsToday incidents={today.value.incidents} />
            <HouseToday actions={today.value.checkActions} checkDue={today.value.checkDue} />
            <UnfinishedToday files={today.value.unfinished} />
            <MissingSheet count={today.value.missing} />
            <WayBackSheet />
            <DrillDue />
            <WayBackDrills due={today.value.waysBack} />
            <BackupSheet />
            <InterpretersToVet names={today.value.interpretersToVet} />
            <AgenciesToVerify agencies={today.value.agenciesToVerify} agreements={today.value.agreementsEnding} />
            {mayOpen && !today.value.hasCases && <FirstSteps />}
          </div>
        </div>
      )}
    </>
  );
}

function NeedsSheet({ today, onMore }: { today: Today; onMore: () => void }) {
  const t = useText();
  const hidden = today.openNeeds - today.needs.length;
  return (
    <Sheet
      flush
      title={t('needs.nearestFirst')}
      {...(today.openNeeds > 0
        ? { end: t('needs.openAcross', { open: today.openNeeds, count: today.casesWithOpenNeeds }) }
        : {})}
    >
      {today.needs.length === 0 ? (
        <EmptyState>
          {today.safetySteps.length + today.threats.length > 0 ? t('needs.nothingElse') : t('today.needsEmpty')}
        </EmptyState>
      ) : (
        <DueNeeds needs={today.needs} />
      )}
      {hidden > 0 && (
        <p className="rows-more">
          <Button variant="subtle" size="compact-md" onClick={onMore}>
            {t('today.moreNeeds', { count: today.openNeeds })}
          </Button>
        </p>
      )}
    </Sheet>
  );
}

function FirstSteps() {
  const t = useText();
  return (
    <Sheet title={t('today.emptyTitle')}>
      <p className="dim">{t('today.empty')}</p>
      <div className="row wrap quiet-ways">
        <Button variant="default" component={Link} href="/cases">
          {t('today.allCases')}
        </Button>
        {isBuilt('/cases/import') && (
          <Button variant="default" component={Link} href="/cases/import">
            {t('cases.bringIn')}
          </Button>
        )}
      </div>
    </Sheet>
  );
}
