// The window of a signed-in person: rail, header, one page.
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../text.ts';
import { Header } from './header.tsx';
import { LockSoon } from './lock-soon.tsx';
import type { Entry, NavigationEntry } from './navigation.ts';
import { PAGE, toPage } from './to-page.ts';
import { Rail } from './rail.tsx';

interface ShellProps {
  readonly items: readonly NavigationEntry[];
  readonly open: Entry | undefined;
  readonly personName: string;
  readonly lastBackupAt: number | null;
  readonly find: ReactNode;
  readonly onLock: () => void;
  readonly children: ReactNode;
}

export function Shell({ items, open, personName, lastBackupAt, find, onLock, children }: ShellProps) {
  const t = useText();
  return (
    <div className="shell">
      <UnstyledButton className="skip" onClick={toPage}>
        {t('shell.skipToPage')}
      </UnstyledButton>
      <Rail items={items} open={open} personName={personName} />
      <div className="desk">
        <div>
          <Header find={find} lastBackupAt={lastBackupAt} onLock={onLock} />
          <LockSoon />
        </div>
        <main id={PAGE} className="page" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}
