// Where the app stands: first run, locked, a restore that waits, or signed in. Asks the vault, never remembers by itself.
import { createContext, type ReactNode, useContext, useState } from 'react';
import type { SessionStatus } from '#shared/records/session';
import { useRead } from '../api/use-vault.ts';
import { followVaultClock } from '../clock.ts';
import { ErrorSentence } from '../ui/error-sentence.tsx';
import { Night } from './night.tsx';
import { OwnLook } from './own-look.tsx';
import { RestoreChoice } from './restore-choice.tsx';
import { FirstRun } from './setup.tsx';
import { UnlockScreen } from './unlock-screen.tsx';

export type SignedIn = Extract<SessionStatus, { state: 'unlocked' }> & {
  /** The vault was made since the app started: the first run goes on. */
  readonly isFirstRun: boolean;
};
const SessionContext = createContext<SignedIn | null>(null);

/** Who is signed in, and what the app must know about the office. Only below the gate. */
export function useSession(): SignedIn {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a signed-in person');
  return session;
}

export function SessionGate({ children }: { children: ReactNode }) {
  const status = useRead('session.status', {});
  const [isFirstRun, setFirstRun] = useState(false);
  const [clockRead, setClockRead] = useState(0);
  if (status.value?.state === 'no-vault' && !isFirstRun) setFirstRun(true);
  // Only a fresh answer tells the time: the same answer rendered again later would set the clock back.
  if (status.value?.state === 'unlocked' && status.value.now !== clockRead) {
    setClockRead(status.value.now);
    followVaultClock(status.value.now);
  }
  if (status.error) {
    return (
      <Night>
        <main className="night-card">
          <ErrorSentence error={status.error} />
        </main>
      </Night>
    );
  }
  if (!status.value) return <Night />;
  switch (status.value.state) {
    case 'no-vault':
      return <FirstRun />;
    case 'restore-waiting':
      return <RestoreChoice />;
    case 'locked':
      return (
        <UnlockScreen misses={status.value.misses} waitSeconds={status.value.waitSeconds} onMiss={status.refresh} />
      );
    case 'unlocked':
      return (
        <SessionContext value={{ ...status.value, isFirstRun }}>
          <OwnLook key={status.value.person.id} look={status.value.look}>
            {children}
          </OwnLook>
        </SessionContext>
      );
  }
}
