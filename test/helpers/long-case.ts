// A vault in which one case has thousands of entries, written in one go: years of a case that never rests.
import { mkdirSync } from 'node:fs';
import { CaseFileId } from '#shared/ids';
import { addDays, CalendarDate } from '#shared/time';
import { createVault } from '../../electron/vault/access/create-vault.ts';
import { freeNumbers, newCase } from '../../electron/vault/records/case-file.ts';
import { caseFileKind } from '../../electron/vault/records/case-file-kind.ts';
import { NewRecords, saveRecord } from '../../electron/vault/records/record-kind.ts';
import { taskKind } from '../../electron/vault/records/task.ts';
import { productTools } from '../../electron/vault/keys/kdf.ts';
import { createSession } from '../../electron/vault/session.ts';
import { settingsIn } from '../benchmark/office-settings.ts';
import { DIRECTOR, testClock, vaultOn } from './vault.ts';

/** Makes the vault in `dataDir`, as it was at `now`, with a case of Wren in which `tasks` tasks were set, the first one first. */
export async function fillLongCase(dataDir: string, now: number, tasks: number): Promise<CaseFileId> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  // The least stretching that is allowed: the app is to open it, a thief is not.
  const session = createSession({ ...settingsIn(dataDir, now), totalMemoryBytes: 256 * 1024 ** 2 });
  await createVault(session, { shelterName: 'Willow House', directorName: 'Ana', ...DIRECTOR });
  const id = session.commit({ name: 'task.add', unlogged: true }, (context) => {
    const caseFileId = CaseFileId.parse(context.newId());
    const opened = newCase(context, { nameUsed: 'Wren', caseNumber: freeNumbers(context)() });
    saveRecord({ ...context, action: 'caseFile.open' }, caseFileKind, { id: caseFileId, caseFileId, body: opened });
    const records = new NewRecords(context, taskKind);
    const me = context.staffMember.id;
    for (let at = 1; at <= tasks; at += 1) {
      const dueOn = addDays(CalendarDate.parse(context.today()), at % 60);
      const body = {
        words: `Errand ${at}`,
        dueOn,
        time: null,
        forId: me,
        caseFileId,
        givenBy: me,
        status: 'DONE' as const,
      };
      records.add({ id: context.newId(), caseFileId, body });
    }
    records.finish();
    return caseFileId;
  });
  session.leave();
  await keepTheWayBack(dataDir, now);
  return id;
}

/** Else the app would ask for it before it shows Today. */
async function keepTheWayBack(dataDir: string, now: number): Promise<void> {
  const clock = testClock();
  clock.now = now;
  const vault = vaultOn(dataDir, clock, { tools: productTools });
  await vault.unlock();
  const { code } = await vault.ask('session.makeRecoveryCode', {});
  await vault.ask('session.confirmRecoveryCode', { code });
  vault.vault.close();
}
