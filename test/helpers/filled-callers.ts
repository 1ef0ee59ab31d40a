// Who asked at the door and on the telephone in the filled vault: long ago, so that the words are gone, and lately, once as a threat.
import type { TestVault } from './vault.ts';

const told = { script: 'NEITHER' as const, isThreat: false, number: '' };

export async function askedLongAgo(vault: TestVault): Promise<void> {
  vault.clock.set('2026-03-26T15:10');
  const words = { claimedWords: 'From the job centre', askedFor: 'Whether a young woman arrived on the night bus' };
  await vault.ask('callerLog.add', { ...told, at: vault.clock.now, way: 'PHONE', claimed: 'OFFICE', words });
}

/** The last is the threat; its id. */
export async function askLately(vault: TestVault): Promise<string> {
  vault.clock.set('2026-05-01T14:20');
  const at = vault.clock.now;
  await vault.ask('callerLog.add', {
    ...{ ...told, at: at - 3_600_000, way: 'DOOR', claimed: 'POLICE', script: 'PAPERS' },
    words: { claimedWords: 'Two in uniform, no names given', askedFor: 'To come in and look around' },
  });
  const { callId } = await vault.ask('callerLog.add', {
    ...{ ...told, at: at - 600_000, way: 'PHONE', claimed: 'FAMILY', isThreat: true, number: '0155 0199' },
    words: { claimedWords: 'Her cousin', askedFor: 'A girl with a blue coat. Said he knows the street and will come.' },
  });
  return callId;
}
