// What a vault is given here, as its process in the app gives it, with a clock that stands still and ids that count.
import { join } from 'node:path';
import { inThreads } from '../../electron/vault/backup/heavy-work.ts';
import { productTools } from '../../electron/vault/keys/kdf.ts';
import { sticksOfMachine } from '../../electron/vault/removable/sticks-of-machine.ts';
import type { SessionSettings } from '../../electron/vault/session.ts';
import { vaultFolder } from '../../electron/vault/vault-folder.ts';
import { forkedParsers } from '../helpers/parser-process.ts';
import { quickPress } from '../helpers/press.ts';
import { fixedId } from '../helpers/vault.ts';

export const built = (file: string): string => join(process.cwd(), 'out', file);
export const heavyWork = inThreads(built('vault/worker.js'));
export const startParser = forkedParsers({ entry: built('parser/process.js'), remove: () => undefined });

export function settingsIn(dataDir: string, now: number): SessionSettings {
  let ids = 0;
  return {
    place: vaultFolder(dataDir),
    tools: productTools,
    now: () => now,
    today: () => new Date(now).toISOString().slice(0, 10),
    newId: () => fixedId(now, 1_000_000_000 + (ids += 1)),
    elapsed: () => performance.now(),
    totalMemoryBytes: 8 * 1024 ** 3,
    sticks: sticksOfMachine(process.platform),
    heavyWork,
    startParser,
    readerPage: () => Promise.reject(new Error('the benchmark hands no reader over')),
    startPress: quickPress,
    startPreview: () => Promise.reject(new Error('the benchmark draws no picture')),
    appVersion: '0.0.0-benchmark',
    restart: () => undefined,
    keyFileGone: () => undefined,
    log: (line) => console.error(JSON.stringify(line)),
  };
}
