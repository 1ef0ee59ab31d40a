// Opens the files of a closed vault with a passphrase, below the router, to see what is really in them.
import { vaultFolder } from '../../electron/vault/vault-folder.ts';
import { readSlotCopies } from '../../electron/vault/access/slot-file.ts';
import { judgeGeneration, openSlots } from '../../electron/vault/keys/unlock.ts';
import { slotsHash } from '../../electron/vault/keys/slots.ts';
import { openVaultFiles, type OpenVault } from '../../electron/vault/open-vault.ts';
import { quickKeyTools } from './quick-keys.ts';
import { DIRECTOR } from './vault.ts';

export async function lookInside<T>(dataDir: string, work: (vault: OpenVault) => T, who = DIRECTOR): Promise<T> {
  const place = vaultFolder(dataDir);
  const unlocked = await openSlots(readSlotCopies(place), { kind: 'passphrase', ...who }, quickKeyTools());
  const vault = openVaultFiles(place, {
    vaultId: unlocked.file.vaultId,
    vaultKey: unlocked.opened.vaultKey,
    epoch: unlocked.file.epoch,
    slots: { generation: unlocked.file.generation, slotsHash: slotsHash(unlocked.bytes) },
    judge: (stored) => judgeGeneration(unlocked, stored),
  });
  try {
    return work(vault);
  } finally {
    vault.close();
  }
}
