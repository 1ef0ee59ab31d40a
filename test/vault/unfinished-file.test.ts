// A file that was to leave the house and was cut off: after the next unlock those who work on the case are told of it, by its name.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UNFINISHED_TOLD_DAYS } from '#shared/records/unfinished-file';
import { DAY } from '#shared/time';
import { Office } from '../helpers/office.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { quickPress } from '../helpers/press.ts';
import { outcome } from '../helpers/vault.ts';

/** A press that is asked and never answers is a package that is being made when the program stops. */
let answers: boolean;
let office: Office;
beforeEach(async () => {
  answers = true;
  const never = () => new Promise<never>(() => undefined);
  office = await Office.open(undefined, undefined, { startPress: () => (answers ? quickPress() : never()) });
});
afterEach(() => office.vault.remove());

const told = async () => (await office.vault.ask('today.get', {})).unfinished;
/** Begins a package and stops the program in the middle. */
async function stopped(planned: Awaited<ReturnType<Office['planned']>>): Promise<void> {
  answers = false;
  void outcome(office.create(planned));
  await new Promise((resolve) => setTimeout(resolve, 50));
  await office.lockAndUnlock();
  answers = true;
}

describe('a package that was begun and not ended', () => {
  it('is told after the next unlock, with the name that it would have on the stick', async () => {
    const planned = await office.planned(['NAME']);
    await stopped(planned);
    const [file, ...others] = await told();
    expect(others).toEqual([]);
    expect(file).toMatchObject({ of: { caseFileId: planned.caseFileId, nameUsed: 'Finch' } });
    expect(file?.fileName).toMatch(/^r-[0-9a-z]{8}\.age$/);
    office.vault.clock.advance((UNFINISHED_TOLD_DAYS + 1) * DAY);
    expect(await told()).toEqual([]);
  });

  it('is not told while it is being made, nor when it was made, nor when it failed and said so', async () => {
    const planned = await office.planned(['NAME']);
    expect((await office.create(planned)).fileName).toMatch(/^r-/);
    expect(await outcome(office.create(planned, '/nowhere at all'))).not.toBe('ok');
    await office.lockAndUnlock();
    expect(await told()).toEqual([]);
    answers = false;
    void outcome(office.create(planned));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await told()).toEqual([]);
  });

  it('is told to who works on the case, and to nobody else', async () => {
    const planned = await office.planned(['NAME']);
    await stopped(planned);
    await office.vault.signInAs('case-manager');
    expect(await told()).toEqual([]);
    office.vault.vault.close();
    await office.vault.unlock();
    await office.vault.signInAs('case-manager', planned.caseFileId);
    expect(await told()).toHaveLength(1);
  });

  it('is not told of a case that was erased', async () => {
    const planned = await office.planned(['NAME']);
    await stopped(planned);
    const mara = { signInName: 'mara', passphrase: passphraseOf('mara') };
    await office.vault.ask('staffMember.add', { name: 'Mara', role: 'clinician', ...mara });
    await office.vault.ask('retention.run', { caseFileIds: [planned.caseFileId], reason: 'WISH', second: mara });
    expect(await told()).toEqual([]);
  });
});
