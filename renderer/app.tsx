// The whole page: words, direction, theme, the vault, and the gate behind which everything else lies.
import { DirectionProvider, MantineProvider, type MantineColorSchemeManager } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Bridge } from '#shared/contract/bridge';
import { textSizes } from '#shared/contract/preferences';
import type { Transport } from './api/transport.ts';
import { VaultProvider } from './api/vault-context.tsx';
import { BridgeProvider } from './bridge.tsx';
import { Desk } from './desk.tsx';
import { announcePages } from './places.ts';
import { stepTextSize, usePreferences } from './preferences.ts';
import { routes } from './routes.tsx';
import { useShortcut } from './shortcuts.ts';
import { SessionGate } from './session/session-gate.tsx';
import { useText } from './text.ts';
import { cssVariablesResolver } from './ui/palette.ts';
import { makeTheme } from './ui/theme.ts';

announcePages(routes.map(({ path }) => path));

/** Mantine would keep the scheme in the browser's storage; here it lives in memory with the other preferences. */
const inMemory: MantineColorSchemeManager = {
  get: (preferred) => preferred,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

/** Theme, direction and text size, following the person's preferences. */
export function Looks({ nonce, children }: { nonce: string; children: ReactNode }) {
  const t = useText();
  const { scheme, textSize, change } = usePreferences();
  const computer = useColorScheme();
  const theme = makeTheme({ close: t('shell.close'), dismiss: t('shell.dismiss') });
  // Also at the locked screen, where there is no header yet.
  useShortcut('smallerText', () => change({ textSize: stepTextSize(textSize, -1) }));
  useShortcut('largerText', () => change({ textSize: stepTextSize(textSize, 1) }));
  useShortcut('normalText', () => change({ textSize: textSizes[0] }));
  useEffect(() => {
    document.documentElement.style.fontSize = `${textSize}%`;
  }, [textSize]);
  return (
    <DirectionProvider detectDirection>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        colorSchemeManager={inMemory}
        forceColorScheme={scheme === 'auto' ? computer : scheme}
        getStyleNonce={() => nonce}
      >
        {children}
      </MantineProvider>
    </DirectionProvider>
  );
}

interface AppProps {
  readonly transport: Transport;
  readonly bridge: Bridge;
  readonly nonce: string;
  /** Where to begin; tests open a page directly. */
  readonly path?: string;
}

export function App({ transport, bridge, nonce, path = '/' }: AppProps) {
  const [location] = useState(() => memoryLocation({ path }));
  return (
    <BridgeProvider bridge={bridge}>
      <VaultProvider transport={transport}>
        <Looks nonce={nonce}>
          <Router hook={location.hook} searchHook={location.searchHook}>
            <SessionGate>
              <Desk />
            </SessionGate>
          </Router>
        </Looks>
      </VaultProvider>
    </BridgeProvider>
  );
}
