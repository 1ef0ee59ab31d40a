// Real keys at the smallest cost Argon2id knows, so that tests of the vault do not spend their time on stretching.
// Product code never sees this policy: its own begins at 64 MiB (test/vault/keys/slots.test.ts checks that it refuses these).
import { randomBytes } from 'node:crypto';
import { type KdfCost, type KeyTools, nativeArgon2id } from '../../electron/vault/keys/kdf.ts';

export const quickCost: KdfCost = { memoryKiB: 8, passes: 1, lanes: 1 };

export function quickKeyTools(): KeyTools {
  return {
    argon2id: nativeArgon2id,
    randomBytes,
    policy: { minMemoryKiB: 8, maxMemoryKiB: 64, minPasses: 1, maxPasses: 3 },
  };
}
