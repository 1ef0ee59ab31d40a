// The board of needs through the router: five groups, everyone only what she may see, and medical windows without their event.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFileId, StaffMemberId } from '#shared/ids';
import type { NeedsBoard, NeedsBoardRequest } from '#shared/records/need';
import { windowsAfter } from '#shared/records/health-window';
import { aNeed, openCase } from '../helpers/casework.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, type TestVault } from '../helpers/vault.ts';

const colleague = { passphrase: passphraseOf('colleague') };
const SIGN_IN = { jo: { signInName: 'jo', ...colleague }, bea: { signInName: 'bea', ...colleague } };

let vault: TestVault;
let maya: CaseFileId;
let heron: CaseFileId;
let jo: StaffMemberId;

const board = (change: Partial<NeedsBoardRequest> = {}): Promise<NeedsBoard> => vault.ask('need.board', change);
const lines = ({ groups }: NeedsBoard): string[] =>
  groups.flatMap(({ urgency, needs }) => needs.map(({ of, title }) => `${urgency} ${of.nameUsed} ${title}`));
const as = async (who: { signInName: string; passphrase: string }): Promise<void> => {
  vault.vault.close();
  await vault.unlock(who);
};

beforeAll(async () => {
  vault = await newVault('2026-03-02T09:00');
  maya = await openCase(vault);
  heron = await openCase(vault, 'Heron');
  const add = (caseFileId: CaseFileId, change: object) => vault.ask('need.add', { ...aNeed(caseFileId), ...change });
  await add(maya, { title: 'Shoes' });
  await add(maya, { title: 'Soup', code: 'FOOD_AND_WATER', survivorPriority: 2 });
  await add(maya, { title: 'Sister', code: 'FAMILY_TRACING', domain: 'CONNECTION', urgency: 'U3' });
  await add(heron, { title: 'Ankle', code: 'PAIN_OR_INJURY', domain: 'HEALTH', source: 'OBSERVED' });
  await add(heron, { title: 'Phone', code: 'TRACKED_DEVICE', domain: 'SAFETY', urgency: 'U0' });
  await add(heron, { title: 'Panic', code: 'ACUTE_DISTRESS', domain: 'EMOTIONAL', survivorPriority: 'NOT_NOW' });
  jo = (await vault.ask('staffMember.add', { name: 'Jo', role: 'case-manager', ...SIGN_IN.jo })).id;
  await vault.ask('caseAssignment.assign', { caseFileId: heron, staffMemberId: jo });
  await vault.ask('staffMember.add', { name: 'Bea', role: 'house-staff', ...SIGN_IN.bea });
});
afterAll(() => vault.remove());

describe('the board of needs', () => {
  it('holds all five urgencies, in each by what matters to her, then by domain (domain §6)', async () => {
    const whole = await board();
    expect(whole.groups.map(({ urgency, total }) => [urgency, total])).toEqual([
      ['U0', 1],
      ['U1', 4],
      ['U2', 0],
      ['U3', 1],
      ['U4', 0],
    ]);
    expect(lines(whole)).toEqual([
      'U0 Heron Phone',
      'U1 Maya Soup',
      'U1 Heron Ankle',
      'U1 Maya Shoes',
      'U1 Heron Panic',
      'U3 Maya Sister',
    ]);
    expect(whole).toMatchObject({ cases: 2, workers: [{ name: 'Ana' }, { name: 'Jo' }] });
    expect(whole.groups[1]!.needs.map(({ waitsForHer }) => waitsForHer)).toEqual([false, true, false, false]);
  });

  it('is asked for one worker, for one domain, and for a few of each group', async () => {
    expect(lines(await board({ workerId: jo }))).toEqual(['U0 Heron Phone', 'U1 Heron Ankle', 'U1 Heron Panic']);
    expect(lines(await board({ domain: 'PRACTICAL' }))).toEqual(['U1 Maya Soup', 'U1 Maya Shoes']);
    const few = await board({ limit: 1 });
    expect(few.groups[1]).toMatchObject({ total: 4, needs: [{ title: 'Soup' }] });
  });

  it('holds the cases of a case manager alone, and of those who work there', async () => {
    await as(SIGN_IN.jo);
    const hers = await board();
    expect(lines(hers)).toEqual(['U0 Heron Phone', 'U1 Heron Ankle', 'U1 Heron Panic']);
    expect(hers).toMatchObject({ cases: 1, workers: [{ name: 'Ana' }, { name: 'Jo' }] });
  });

  it('tells the house what it may see of every case, and nothing more by a filter', async () => {
    await as(SIGN_IN.bea);
    const seen = await board();
    expect(lines(seen)).toEqual(['U0 Heron Phone', 'U1 Maya Soup', 'U1 Heron Ankle', 'U1 Maya Shoes', 'U1 Heron ']);
    expect(JSON.stringify(seen)).not.toMatch(/Sister|Panic|EMOTIONAL/);
    expect(seen.workers).toEqual([]);
    expect(lines(await board({ domain: 'EMOTIONAL' }))).toEqual(lines(seen));
    await as(DIRECTOR);
  });
});

describe('domain §6: medical time windows', () => {
  it('are kept as ends alone, shown on the board, never to the house, and gone when taken away', async () => {
    const windows = windowsAfter(Date.parse('2026-03-01T22:00Z'));
    const care = { title: 'A doctor tonight', domain: 'HEALTH' as const, code: 'DENTAL_PAIN' as const, windows };
    const { id, windowEndsAt, revision } = await vault.ask('need.add', { ...aNeed(maya), ...care });
    expect(new Date(windowEndsAt!).toISOString()).toBe('2026-03-04T22:00:00.000Z');
    const shown = async () => (await board()).groups[1]!.needs.find((need) => need.id === id)?.windows;
    expect(await shown()).toEqual(windows);
    await as(SIGN_IN.bea);
    expect(await shown()).toEqual([]);
    await as(DIRECTOR);
    const none = await vault.ask('need.change', { needId: id, basedOn: revision, change: { windows: [] } });
    expect(none).toMatchObject({ windows: [], windowEndsAt: null });
    const twice = { ...aNeed(maya), ...care, windows: [windows[0]!, windows[0]!] };
    expect(await vault.raw('need.add', twice)).toMatchObject({ error: { code: 'invalid-request' } });
  });
});
