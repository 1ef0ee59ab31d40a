// The signed-in app: the shell around one page, or a step of the first run that is still open.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, matchRoute, Redirect, Route as Match, Switch, useLocation, useRouter } from 'wouter';
import type { CaseFileId } from '#shared/ids';
import { CaseGate } from './case/case-gate.tsx';
import { CASE_PATH } from './case/case-tabs.ts';
import { useFindings } from './find/use-findings.tsx';
import { openEntries, places } from './places.ts';
import type { Route } from './route.ts';
import { routes } from './routes.tsx';
import { useLock } from './session/lock.ts';
import { Night } from './session/night.tsx';
import { usePlace } from './session/place.ts';
import { type SignedIn, useSession } from './session/session-gate.tsx';
import { useMay } from './session/use-may.ts';
import { SetupBackup } from './session/setup-backup.tsx';
import { SetupWayBack } from './session/setup-way-back.tsx';
import { FindBox } from './shell/find-box.tsx';
import { Shell } from './shell/shell.tsx';
import { useShortcut } from './shortcuts.ts';
import { useText } from './text.ts';
import { EmptyState } from './ui/sheet.tsx';

export function Desk() {
  const session = useSession();
  const { isLocking, lockNow } = useLock();
  const [, navigate] = useLocation();
  usePlace();
  useShortcut('lock', lockNow);
  if (isLocking) return <Night />;
  return (
    <Switch>
      <Match path={places.recovery}>
        <SetupWayBack
          isFresh={session.isFirstRun && !session.setup.recoveryConfirmed}
          onLater={() => navigate(session.isFirstRun ? places.backup : places.today)}
          onDone={() => navigate(session.setup.firstBackup ? places.today : places.backup)}
        />
      </Match>
      <Match path={places.backup}>
        <SetupBackup onDone={() => navigate(places.today)} />
      </Match>
      <Match path={places.start}>
        <Redirect to={startOf(session)} />
      </Match>
      <Match>
        <Pages onLock={lockNow} />
      </Match>
    </Switch>
  );
}

/** A director without a recovery code is asked for it at each start; "Later" is one click and stays a task on Today. */
const startOf = ({ person, setup }: SignedIn): string =>
  person.role === 'director' && !setup.recoveryConfirmed ? places.recovery : places.today;

function Pages({ onLock }: { onLock: () => void }) {
  const session = useSession();
  const [, navigate] = useLocation();
  const [query, setQuery] = useState('');
  useShortcut('newCase', () => navigate(places.someoneNew), useMay('caseFile.open'));
  const [isFinding, setFinding] = useState(false);
  const findings = useFindings({ query, isOpen: isFinding, onLock });
  return (
    <Shell
      items={openEntries(session.person.role)}
      open={useOpenRoute()?.entry}
      personName={session.person.name}
      lastBackupAt={session.lastBackupAt}
      find={<FindBox query={query} onQuery={setQuery} onOpen={setFinding} {...findings} />}
      onLock={onLock}
    >
      <Switch>
        {routes.map(({ path, page: Page }) => (
          <Match key={path} path={path}>
            {(params) => <InCase path={path} params={params as Record<string, string>} page={Page} />}
          </Match>
        ))}
        <Match>
          <NoSuchPage />
        </Match>
      </Switch>
    </Shell>
  );
}

interface InCaseProps {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly page: Route['page'];
}

/** A page of a case stands behind the gate of the case. */
function InCase({ path, params, page: Page }: InCaseProps) {
  const page = <Page params={params} />;
  const { caseFileId = '' } = params;
  return path.startsWith(CASE_PATH) ? <CaseGate caseFileId={caseFileId as CaseFileId}>{page}</CaseGate> : page;
}

/** The route of the page that is open now; it says which entry of the rail is lit. */
function useOpenRoute(): Route | undefined {
  const { parser } = useRouter();
  const [location] = useLocation();
  return routes.find(({ path }) => matchRoute(parser, path, location)[0]);
}

function NoSuchPage() {
  const t = useText();
  return (
    <EmptyState
      action={
        <Button component={Link} href={places.today} variant="default">
          {t('shell.goToToday')}
        </Button>
      }
    >
      {t('shell.pageGone')}
    </EmptyState>
  );
}
