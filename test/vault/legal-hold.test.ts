// domain §16: legal holds. In the open, looked at every 90 days, and stronger than any rule or wish to erase.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import { type CaseFileId, ChoiceHandle } from '#shared/ids';
import { DAY } from '#shared/time';
import { openCase } from '../helpers/casework.ts';
import { addMira, erase } from '../helpers/erasing.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let maya: CaseFileId;
beforeEach(async () => {
  vault = await newVault('2027-01-05T09:00');
  maya = await openCase(vault);
  await addMira(vault);
});
afterEach(() => vault.remove());

const place = () =>
  vault.ask('legalHold.place', { caseFileId: maya, reason: 'Her brother’s trial', authority: 'District court' });
const rule = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'ok',
    (error: unknown) => (error instanceof VaultError ? (error.facts['rule'] ?? error.code) : error),
  );

describe('a legal hold', () => {
  it('is placed by a director, with a reason and who asks for it, and seen by who works on the case', async () => {
    const hold = await place();
    expect(hold).toMatchObject({
      startedOn: '2027-01-05',
      reviewDueOn: '2027-04-05',
      ended: null,
      placedBy: 'DIRECTOR',
    });
    expect((await vault.ask('caseFile.get', { caseFileId: maya })).onHold).toBe(true);
    await vault.signInAs('case-manager', maya);
    expect(await vault.ask('legalHold.list', { caseFileId: maya })).toMatchObject([{ reason: 'Her brother’s trial' }]);
    expect(await outcome(place())).toBe('not-allowed');
  });

  it('stands once: a second one is refused while it does', async () => {
    await place();
    expect(await rule(place())).toBe('hold-known');
  });

  it('comes to a director’s Today and calendar every 90 days, until it ends', async () => {
    const { id, revision } = await place();
    const dueOn = async (on: string) => {
      vault.clock.set(`${on}T09:00`);
      const { holds } = await vault.ask('today.get', {});
      const { coming } = await vault.ask('calendar.agenda', { from: on, to: on, whose: 'all', zone: 'UTC' });
      return [holds.length, coming.items.filter(({ kind }) => kind === 'legal-hold').length];
    };
    expect(await dueOn('2027-04-04')).toEqual([0, 0]);
    expect(await dueOn('2027-04-05')).toEqual([1, 1]);
    const looked = await vault.ask('legalHold.review', { id, basedOn: revision });
    expect(looked.reviewDueOn).toBe('2027-07-04');
    expect(await dueOn('2027-07-04')).toEqual([1, 1]);
    await vault.ask('legalHold.end', { id, basedOn: looked.revision, why: 'The trial is over' });
    expect(await dueOn('2027-07-04')).toEqual([0, 0]);
    expect(await rule(vault.ask('legalHold.review', { id, basedOn: looked.revision + 1 }))).toBe('hold-ended');
  });

  it('stays visible on a closed case and after it ended', async () => {
    const { id, revision } = await place();
    await vault.ask('caseFile.close', { caseFileId: maya, reason: 'GOALS_MET' });
    vault.clock.advance(95 * DAY);
    expect((await vault.ask('today.get', {})).holds).toHaveLength(1);
    await vault.ask('legalHold.end', { id, basedOn: revision, why: 'The trial is over' });
    expect(await vault.ask('legalHold.list', { caseFileId: maya })).toMatchObject([
      { ended: { why: 'The trial is over' } },
    ]);
    expect((await vault.ask('caseFile.get', { caseFileId: maya })).onHold).toBe(false);
  });

  it('keeps everything in its place: no erasing at her wish, no file taken away', async () => {
    const path = join(tempFolder(), 'letter.txt');
    writeFileSync(path, 'Dear Maya');
    const file = ChoiceHandle.parse(vault.grant(path));
    const { attachment } = await vault.ask('attachment.add', {
      caseFileId: maya,
      file,
      title: 'Letter',
      sealed: false,
    });
    const remove = () =>
      vault.ask('attachment.remove', { attachmentId: attachment.id, basedOn: attachment.revision, reason: 'Hers' });
    const { id, revision } = await place();
    expect(await rule(erase(vault, [maya], 'WISH'))).toBe('hold-stands');
    expect(await rule(remove())).toBe('hold-stands');
    await vault.ask('legalHold.end', { id, basedOn: revision, why: 'The trial is over' });
    expect(await rule(remove())).toBe('ok');
    expect(await rule(erase(vault, [maya], 'WISH'))).toBe('ok');
  });

  it('on a part of a record holds the whole', async () => {
    const other = await openCase(vault, 'Maya again');
    await place();
    await vault.ask('samePerson.answer', { caseFileId: other, otherCaseFileId: maya, answer: 'AGREES' });
    await vault.ask('samePerson.merge', { caseFileId: other, otherCaseFileId: maya });
    expect(await rule(erase(vault, [other], 'WISH'))).toBe('hold-stands');
  });
});
