// The colleagues of the filled vault: what they have learnt, what is known of them, who had time for them; and one who will leave.
import type { CaseFileId, StaffMemberId } from '#shared/ids';
import type { TestVault } from './vault.ts';

/** Courses as each of them stands on 2 May 2026: some count, one is due, one ran out, the rest was never done. */
const done: Readonly<Record<string, readonly (readonly [code: string, on: string])[]>> = {
  Ana: [
    ...[['DATA', '2026-03-02'] as const, ['CONFIDENTIALITY', '2026-03-02'] as const, ['TRAUMA', '2025-11-20'] as const],
    ...[['LISTENING', '2025-11-20'] as const, ['FORMS', '2025-11-21'] as const, ['MINORS', '2025-06-10'] as const],
    ...[['REPORTING', '2025-04-12'] as const, ['FIRST_AID', '2024-09-30'] as const, ['SCRIPTS', '2026-01-15'] as const],
  ],
  Jo: [
    ['TRAUMA', '2026-04-20'],
    ['LISTENING', '2026-04-21'],
    ['CONFIDENTIALITY', '2025-04-28'],
    ['OWN_1', '2026-04-25'],
  ],
  Mara: [
    ['DATA', '2026-04-30'],
    ['SUICIDE', '2025-02-28'],
    ['TRAUMA', '2024-06-15'],
    ['SELF_CARE', '2026-02-11'],
  ],
};

/** Jo's id: she is let past the gate for a fortnight and prepares to leave. The director is signed in. */
export async function trainTeam(vault: TestVault, caseFileId: CaseFileId): Promise<string> {
  const people = await vault.ask('staffMember.list', {});
  const idOf = (name: string): StaffMemberId => people.find((one) => one.name === name)!.id;
  await vault.ask('course.save', {
    ...{ basedOn: 0, code: null, topic: 'The forty hours of this state', hours: 40, renewMonths: null },
    mandatoryFor: ['case-manager', 'clinician'],
  });
  for (const [name, courses] of Object.entries(done))
    for (const [courseCode, on] of courses)
      await vault.ask('training.complete', {
        ...{ staffMemberId: idOf(name), courseCode, on, hours: 2 },
        ...{ provider: 'The training network', evidence: 'folder 3' },
      });
  await know(vault, idOf('Ana'), {
    agreementOn: '2026-03-02',
    minorsOn: '2026-03-02',
    languages: ['Spanish', 'Arabic'],
  });
  await know(vault, idOf('Mara'), { agreementOn: '2026-03-20', caseloadCap: 12 });
  await know(vault, idOf('Jo'), { startedOn: '2026-04-15', endsOn: '2026-07-31', caseloadCap: 1 });
  await vault.ask('supervision.add', { staffMemberId: idOf('Jo'), on: '2026-04-28', kind: 'WELLBEING', minutes: 45 });
  await vault.ask('supervision.add', { staffMemberId: idOf('Ana'), on: '2026-04-14', kind: 'CASE', minutes: 60 });
  await vault.ask('trainingGate.turn', { basedOn: 0, isOn: true, reason: '' });
  const reason = 'The course is on the tenth of May';
  await vault.ask('trainingGate.letPast', { staffMemberId: idOf('Jo'), reason });
  await vault.ask('workerWish.save', {
    caseFileId,
    basedOn: 0,
    answer: 'SAID',
    words: 'A woman, please. Ana, if she may.',
  });
  await vault.ask('leaving.tick', { staffMemberId: idOf('Jo'), basedOn: 0, item: 'KEYS', isDone: true });
  return idOf('Jo');
}

async function know(vault: TestVault, staffMemberId: StaffMemberId, known: object): Promise<void> {
  const { revision: basedOn, ...facts } = await vault.ask('colleagueFacts.get', { staffMemberId });
  const screening = { on: '2026-02-20', result: 'CLEAR' as const };
  await vault.ask('colleagueFacts.save', { ...facts, screening, ...known, basedOn });
}
