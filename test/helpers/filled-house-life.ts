// House life in the filled vault: what is kept for people, a device that is laid aside, one thing that went back; what happened there.
import type { CaseFileId } from '#shared/ids';
import { CheckItem, type Finding } from '#shared/records/environment-check';
import type { TestVault } from './vault.ts';

/** The device is the second person's; the first has something back again. */
export async function keepThings(vault: TestVault, caseFileId: CaseFileId, other: CaseFileId): Promise<void> {
  const paper = { caseFileId, kind: 'PAPER' as const, yes: 'ON_PAPER' as const };
  await vault.ask('keptThing.takeIn', { ...paper, what: 'Passport', place: 'Safe 2' });
  const suitcase = { caseFileId, kind: 'BELONGING' as const, what: 'Green suitcase', place: 'Cellar C' };
  const { thingId } = await vault.ask('keptThing.takeIn', { ...suitcase, yes: 'ALOUD' });
  await vault.ask('keptThing.takeIn', { ...suitcase, what: 'Sewing machine', yes: 'ALOUD' });
  await vault.ask('keptThing.giveBack', { thingId, basedOn: 1, yes: 'ON_PAPER', to: '' });
  const agreed = 'She writes to him on Sunday from the library that the phone broke.';
  const device = { type: 'PHONE' as const, state: 'OFF' as const, ifQuiet: 'MAY_ALARM' as const, agreed };
  await vault.ask('keptThing.layAside', {
    ...{ caseFileId: other, what: 'Phone with a red cover', place: 'Tin 1', yes: 'ALOUD' },
    device: { ...device, evidence: 'WANTED' },
  });
}

/** One that is closed, one that is open; the id of the open one. */
export async function happen(vault: TestVault, one: CaseFileId, other: CaseFileId): Promise<string> {
  const rest = { toldTo: [], toldOutside: '', lessons: '' };
  const noise = {
    facts: 'A window in the back room was broken by a ball.',
    actions: 'Boards are up, a glazier comes.',
  };
  const { incidentId } = await vault.ask('incident.report', {
    ...{
      ...rest,
      ...noise,
      type: 'PROPERTY',
      at: vault.clock.now - 7_200_000,
      people: [],
      lessons: 'A net for the yard.',
    },
  });
  await vault.ask('incident.close', { incidentId, basedOn: 1 });
  const open = await vault.ask('incident.report', {
    ...{ ...rest, type: 'CONFLICT', at: vault.clock.now - 3_600_000, people: [one, other] },
    ...{ facts: 'Loud words about the kitchen at night. Nobody was touched.', actions: 'Both talked to, one by one.' },
  });
  return open.incidentId;
}

/** What a colleague left for the next shift. */
export async function handOver(vault: TestVault, caseFileId: CaseFileId): Promise<void> {
  await vault.ask('handOver.write', {
    lines: [
      { caseFileId, words: 'Wants to be woken at seven, for the bus.' },
      { caseFileId: null, words: 'The front door sticks. Pull it shut and try it.' },
    ],
  });
  await vault.ask('housePaper.add', { paper: 'BED_BOARD', lines: 8 });
}

/** Finished, with something to do for whoever asks; its id. */
export async function lookRound(vault: TestVault): Promise<string> {
  const yes: Finding = { answer: 'YES', action: '', owner: null, due: null, doneOn: null };
  const owner = (await vault.ask('staffMember.list', {}))[0]!.id;
  const lamp: Finding = { ...yes, answer: 'PART', action: 'A lamp for the yard', owner, due: '2026-05-20' };
  const { checkId } = await vault.ask('environmentCheck.begin', {});
  const findings = { ...Object.fromEntries(CheckItem.options.map((item) => [item, yes])), LOCKS_AND_LIGHT: lamp };
  await vault.ask('environmentCheck.save', { checkId, basedOn: 1, looked: { findings, voices: 4 }, finish: true });
  return checkId;
}

/** One that goes on; its id. */
export const beginLookRound = async (vault: TestVault): Promise<string> =>
  (await vault.ask('environmentCheck.begin', {})).checkId;
