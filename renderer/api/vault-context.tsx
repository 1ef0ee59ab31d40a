// Gives every screen the one connection to the vault.
import { QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { type AppContract, contract } from '#shared/contract/index';
import type { Client } from '#shared/contract/operation';
import { buildClient } from './client.ts';
import { makeQueryClient } from './query-client.ts';
import type { Transport } from './transport.ts';

interface Connection {
  readonly transport: Transport;
  readonly vault: Client<AppContract>;
}
const VaultConnection = createContext<Connection | null>(null);

export function VaultProvider({ transport, children }: { transport: Transport; children: ReactNode }) {
  const [connection] = useState(() => ({ transport, vault: buildClient(contract, transport) }));
  const [queryClient] = useState(makeQueryClient);
  return (
    <VaultConnection value={connection}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </VaultConnection>
  );
}

export function useConnection(): Connection {
  const connection = useContext(VaultConnection);
  if (!connection) throw new Error('useConnection needs a VaultProvider above it');
  return connection;
}

/** For calls from event handlers: `vault.caseFile.open(…)`. Rejects with `CallRefused`. Screens read with `useRead`. */
export const useVault = (): Client<AppContract> => useConnection().vault;
