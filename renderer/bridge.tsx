// The preload's few offers to the page: port, lock, choosing a file. Given by context, so that tests can stand in for main.
import { createContext, type ReactNode, useContext } from 'react';
import type { Bridge } from '#shared/contract/bridge';

declare global {
  interface Window {
    readonly records: Bridge;
  }
}

const BridgeContext = createContext<Bridge | null>(null);

export const BridgeProvider = ({ bridge, children }: { bridge: Bridge; children: ReactNode }) => (
  <BridgeContext value={bridge}>{children}</BridgeContext>
);

export function useBridge(): Bridge {
  const bridge = useContext(BridgeContext);
  if (!bridge) throw new Error('useBridge needs a BridgeProvider above it');
  return bridge;
}
