// A member's public key changed in the database by somebody with the vault key and a SQLCipher tool (design: security §2.6): the next
// key would go to her. It is noticed before anything is sealed, said by name, and put right.
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { VaultError } from '#shared/contract/errors';
import type { CaseFileId, StaffMemberId } from '#shared/ids';
import { openCase } from '../helpers/casework.ts';
import { type Outside, outsideReader } from '../helpers/outside-reader.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { DIRECTOR, newVault, type TestVault } from '../helpers/vault.ts';
import { strangerOpensSeal, strangerPublicX, strangerVouches } from './keys/stranger.ts';

const words = (name: string) => ({ signInName: name, passphrase: passphraseOf(name) });
const [MARA, JONAS] = [words('mara'), words('jonas')];
type Who = typeof MARA;

/** Whose key is put in the place of a member's. */
const intruder = new Uint8Array(randomBytes(32));
const hex = (bytes: Uint8Array): string => `x'${Buffer.from(bytes).toString('hex')}'`;

let vault: TestVault;
let maya: CaseFileId;
let jonas: StaffMemberId;
let mara: StaffMemberId;

const as = async (who: Who) => {
  vault.vault.close();
  await vault.unlock(who);
};
const ruleOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'ok',
    (error: unknown) => (error as VaultError).facts?.['rule'] ?? error,
  );
const add = (said: string) =>
  vault.ask('sealedNote.add', {
    caseFileId: maya,
    correctionOf: null,
    note: { kind: 'MENTAL_HEALTH', happenedOn: '2026-03-02', notesConsent: 'YES', words: said },
  });
const notes = async () =>
  (await vault.ask('sealedNote.open', { caseFileId: maya, reason: 'Before our hour' })).map(({ note }) => note?.words);
const state = () => vault.ask('compartment.state', {});

/** With plain SQLCipher, at the closed vault, by a passphrase that opens it. */
function outside<T>(work: (reader: Outside) => T, who = DIRECTOR): T {
  vault.vault.close();
  const reader = outsideReader(vault.dataDir, who);
  try {
    return work(reader);
  } finally {
    reader.close();
  }
}
const slotOf = (name: string) => `(SELECT slot_id FROM staff_member WHERE sign_in_name = '${name}')`;
const isCodes = 'slot_id NOT IN (SELECT slot_id FROM staff_member)';
const change = (what: string, where: string) =>
  outside((reader) =>
    expect(reader.rows(`UPDATE compartment_seal SET ${what} WHERE ${where} RETURNING 1 AS done`)).toHaveLength(1),
  );
const swap = (where: string) => change(`public_x = ${hex(strangerPublicX(intruder))}`, where);

interface Seal {
  readonly slot_id: Uint8Array;
  readonly sealed: Uint8Array;
  readonly generation: number;
  readonly compartment_id: Uint8Array;
}
const sealOf = (reader: Outside, where: string): Seal =>
  reader.rows<Seal>(
    `SELECT s.slot_id, s.sealed, g.generation, g.compartment_id FROM compartment_seal s, compartment_generation g
     WHERE ${where} ORDER BY g.generation DESC LIMIT 1`,
  )[0]!;
const generationAt = (reader: Outside, { generation, compartment_id: compartmentId }: Seal) => ({
  vaultId: reader.vaultId,
  compartmentId,
  generation,
});
/** Whether the newest seal in that place opens with the intruder's key. */
const opensForIntruder = (where: string): boolean =>
  outside((reader) => {
    const seal = sealOf(reader, where);
    try {
      strangerOpensSeal(seal.sealed, { root: intruder, slotId: seal.slot_id }, generationAt(reader, seal));
      return true;
    } catch {
      return false;
    }
  });

beforeEach(async () => {
  vault = await newVault();
  await vault.ask('session.makeRecoveryCode', {});
  maya = await openCase(vault);
  for (const who of [MARA, JONAS]) {
    const { id } = await vault.ask('staffMember.add', { name: who.signInName, role: 'clinician', ...who });
    await vault.ask('caseAssignment.assign', { caseFileId: maya, staffMemberId: id });
    if (who === MARA) mara = id;
    else jonas = id;
  }
  await as(MARA);
  await vault.ask('compartment.begin', {});
  await vault.ask('compartment.letIn', { staffMemberId: jonas });
  await add('What helps at night');
});
afterEach(() => vault.remove());

it('under a member: nothing is sealed, the others read on, and it is said whose it is until it is put right', async () => {
  swap(`slot_id = ${slotOf('jonas')}`);
  await as(DIRECTOR);
  // Nothing but the mark can tell: every check of the vault finds it whole.
  await vault.ask('session.checkVault', {});
  await as(MARA);
  expect(await ruleOf(add('Nobody is to read this'))).toBe('compartment-changed');
  expect(await notes()).toEqual(['What helps at night']);
  expect(await state()).toMatchObject({ changed: [{ name: 'jonas' }], codeChanged: false });
  await vault.ask('compartment.letIn', { staffMemberId: jonas });
  expect(await state()).toMatchObject({ changed: [], members: [{ name: 'mara' }, { name: 'jonas' }] });
  await add('The next hour');
  await as(JONAS);
  expect(await notes()).toEqual(['The next hour', 'What helps at night']);
  expect(opensForIntruder(`s.slot_id = ${slotOf('jonas')}`)).toBe(false);
  await as(DIRECTOR);
});

it('control: with a mark that a holder of the key made, the next key does go to what stands there', async () => {
  outside((reader) => {
    const own = sealOf(reader, `s.slot_id = ${slotOf('mara')}`);
    const at = generationAt(reader, own);
    const key = strangerOpensSeal(own.sealed, reader, at);
    const { slot_id: slotId } = sealOf(reader, `s.slot_id = ${slotOf('jonas')}`);
    const publicX = strangerPublicX(intruder);
    const mark = strangerVouches(key, { slotId, publicX }, at);
    reader.rows(
      `UPDATE compartment_seal SET public_x = ${hex(publicX)}, vouched = ${hex(mark)} WHERE slot_id = ${slotOf('jonas')} RETURNING 1`,
    );
    reader.rows('UPDATE compartment_generation SET is_spent = 1 RETURNING 1');
  }, MARA);
  await as(MARA);
  expect(await ruleOf(add('Nobody is to read this'))).toBe('ok');
  expect(opensForIntruder(`s.slot_id = ${slotOf('jonas')}`)).toBe(true);
  await as(DIRECTOR);
});

it('is noticed with its mark taken away, and when the member herself is the one', async () => {
  change('vouched = NULL', `slot_id = ${slotOf('jonas')}`);
  swap(`slot_id = ${slotOf('mara')}`);
  await as(MARA);
  expect((await state()).changed).toMatchObject([{ name: 'mara' }, { name: 'jonas' }]);
  expect(await ruleOf(vault.ask('compartment.letIn', { staffMemberId: mara }))).toBe('compartment-changed');
  await vault.ask('compartment.takeOut', { staffMemberId: jonas });
  expect((await state()).changed).toMatchObject([{ name: 'mara' }]);
  await vault.ask('compartment.letIn', { staffMemberId: mara });
  await add('The next hour');
  expect(await notes()).toEqual(['The next hour', 'What helps at night']);
  await as(DIRECTOR);
});

it('under the recovery code: said, and put right by sealing to the code again', async () => {
  swap(isCodes);
  await as(MARA);
  expect(await state()).toMatchObject({ changed: [], codeChanged: true });
  expect(await ruleOf(add('Nobody is to read this'))).toBe('compartment-changed');
  await vault.ask('compartment.sealToCode', {});
  expect(await state()).toMatchObject({ codeChanged: false, recoveryCode: 'sealed' });
  await add('The next hour');
  await as(DIRECTOR);
});
