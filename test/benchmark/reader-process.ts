// The vault in a process like the floor's while reads are measured. In the benchmark's own process, which also does the asking, the same
// handlers on the same records took 8 to 16 % longer, with a key or without.
import { productTools } from '../../electron/vault/keys/kdf.ts';
import { type OperationName, testClock, type TestVault, vaultOn } from '../helpers/vault.ts';
import { answerWith } from './acts.ts';
import { eachTimed, type Requests } from './side-by-side.ts';

let vault: TestVault;

const acts = {
  open: async ({ dataDir, now }: { dataDir: string; now: number }) => {
    const clock = testClock();
    clock.now = now;
    vault = vaultOn(dataDir, clock, { tools: productTools });
    await vault.unlock();
  },
  timeRequests: ({ name, requests }: Requests) =>
    eachTimed(requests, (request) => vault.ask(name as OperationName, request)),
  close: () => vault.vault.close(),
};

export type ReaderActs = typeof acts;
answerWith(acts);
