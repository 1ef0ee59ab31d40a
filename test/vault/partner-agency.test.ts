// Partner agencies: who they are and the one key their packages are sealed to. A key never changes quietly.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agencyDetails } from '../helpers/casework.ts';
import { Office } from '../helpers/office.ts';
import { outcome } from '../helpers/vault.ts';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.vault.remove());

describe('partner agencies', () => {
  it('are kept with the six words of their key', async () => {
    const agency = await office.clinic();
    const recipient = await identityToRecipient(office.identity);
    const { fingerprintWords } = await office.vault.ask('partnerAgency.checkRecipient', {
      text: `# from the card\n${recipient}\n`,
    });
    expect(agency.recipient).toMatchObject({ recipient, fingerprintWords, wordsCompared: true });
    expect(await office.vault.ask('partnerAgency.list', {})).toMatchObject([{ name: 'Clinic A', hasKey: true }]);
    expect(await office.vault.ask('partnerAgency.get', { id: agency.id })).toEqual(agency);
  });

  it('read their key from a file, and refuse what is none', async () => {
    const file = join(office.place, 'clinic.txt');
    writeFileSync(file, `# Clinic A\n${await identityToRecipient(office.identity)}\n`);
    expect(
      (await office.vault.ask('partnerAgency.readRecipientFile', { file: office.vault.grant(file) })).recipient,
    ).toBe(await identityToRecipient(office.identity));
    writeFileSync(file, office.identity);
    expect(await outcome(office.vault.ask('partnerAgency.readRecipientFile', { file: office.vault.grant(file) }))).toBe(
      'bad-recipient',
    );
    writeFileSync(file, await identityToRecipient(await generateHybridIdentity()));
    expect(await outcome(office.vault.ask('partnerAgency.readRecipientFile', { file: office.vault.grant(file) }))).toBe(
      'bad-recipient',
    );
    writeFileSync(file, Buffer.alloc(70_000));
    expect(await outcome(office.vault.ask('partnerAgency.readRecipientFile', { file: office.vault.grant(file) }))).toBe(
      'file-too-big',
    );
    expect(
      await outcome(office.vault.ask('partnerAgency.readRecipientFile', { file: office.vault.grant('/dev/zero') })),
    ).toBe('not-a-regular-file');
  });

  it('never change their key quietly: the name must be typed, and the earlier key is kept', async () => {
    const agency = await office.clinic();
    const recipient = await identityToRecipient(await generateX25519Identity());
    const pin = (typedName?: string) =>
      office.vault.ask('partnerAgency.pinRecipient', {
        id: agency.id,
        basedOn: agency.revision,
        recipient,
        wordsCompared: false,
        ...(typedName === undefined ? {} : { typedName }),
      });
    expect(await outcome(pin())).toBe('rule-broken');
    expect(await outcome(pin('Clinic B'))).toBe('rule-broken');
    expect((await office.vault.ask('partnerAgency.get', { id: agency.id })).recipient).toEqual(agency.recipient);
    const changed = await pin(' clinic a ');
    expect(changed.recipient).toMatchObject({ recipient, wordsCompared: false });
    expect(changed.earlierRecipients).toEqual([agency.recipient]);
  });

  it('keep their key when their details change, and one name belongs to one agency', async () => {
    const agency = await office.clinic();
    const renamed = await office.vault.ask('partnerAgency.save', {
      id: agency.id,
      basedOn: agency.revision,
      details: agencyDetails('Clinic A, new house'),
    });
    expect(renamed.recipient).toEqual(agency.recipient);
    expect(
      await outcome(
        office.vault.ask('partnerAgency.save', { basedOn: 0, details: agencyDetails('CLINIC A, new house') }),
      ),
    ).toBe('name-taken');
    expect(
      await outcome(
        office.vault.ask('partnerAgency.save', {
          id: agency.id,
          basedOn: agency.revision,
          details: agencyDetails('Late'),
        }),
      ),
    ).toBe('conflict');
  });

  it('are for case workers to change and for everyone to read', async () => {
    const agency = await office.clinic();
    await office.vault.signInAs('house-staff');
    expect((await office.vault.ask('partnerAgency.get', { id: agency.id })).name).toBe('Clinic A');
    expect(await outcome(office.vault.ask('partnerAgency.save', { basedOn: 0, details: agencyDetails('Other') }))).toBe(
      'not-allowed',
    );
    const recipient = await identityToRecipient(office.identity);
    expect(
      await outcome(
        office.vault.ask('partnerAgency.pinRecipient', { id: agency.id, basedOn: 1, recipient, wordsCompared: true }),
      ),
    ).toBe('not-allowed');
  });
});

describe('the directory', () => {
  const known = {
    ...agencyDetails('Clinic A'),
    services: ['Dental care'],
    area: 'Harbour side',
    languages: ['Spanish'],
    hours: 'Weekdays',
    cost: 'Free',
    eligibility: 'Everybody from 16',
    asksStatus: 'NO' as const,
    access: ['STEP_FREE' as const],
    vettedOn: '2026-03-01',
  };
  const save = (change: object = {}) =>
    office.vault.ask('partnerAgency.save', { basedOn: 0, details: { ...known, ...change } });

  it('keeps what is to be known before somebody is sent there, and lists what is looked for', async () => {
    const agency = await save();
    expect(agency).toMatchObject({ ...known, addressRevision: 0, feedback: null });
    expect(await office.vault.ask('partnerAgency.list', {})).toMatchObject([
      { services: ['Dental care'], area: 'Harbour side', languages: ['Spanish'], sharesWithAuthorities: 'NO' },
    ]);
  });

  it('asks the director to look again after 180 days, and at what nobody ever looked at', async () => {
    await save({ name: 'Never', lastVerifiedOn: null });
    await save({ name: 'Long ago', lastVerifiedOn: '2025-11-01' });
    await save({ name: 'Just now', lastVerifiedOn: '2025-11-02' });
    const names = async () => (await office.vault.ask('today.get', {})).agenciesToVerify.map(({ name }) => name);
    expect(await names()).toEqual(['Long ago', 'Never']);
    office.vault.clock.set('2026-05-02T09:00');
    expect(await names()).toEqual(['Just now', 'Long ago', 'Never']);
    await office.vault.signInAs('case-manager');
    expect(await names()).toEqual([]);
  });

  it('keeps a confidential address sealed: in no list, opened with a reason that is kept', async () => {
    const { id: partnerAgencyId } = await save();
    await office.vault.ask('partnerAgency.saveAddress', { partnerAgencyId, basedOn: 0, words: '7 Quillwort Lane' });
    const told = [
      await office.vault.ask('partnerAgency.get', { id: partnerAgencyId }),
      await office.vault.ask('partnerAgency.list', {}),
      await office.vault.ask('wordSearch.find', { query: 'quillwort' }),
    ];
    expect(JSON.stringify(told)).not.toMatch(/quillwort lane/i);
    expect(told[0]).toMatchObject({ addressRevision: 1 });
    await office.vault.signInAs('case-manager');
    const open = (reason: string) => office.vault.ask('partnerAgency.openAddress', { partnerAgencyId, reason });
    expect(await outcome(open(''))).toBe('invalid-request');
    expect((await open('She goes there tonight')).words).toBe('7 Quillwort Lane');
    const change = { partnerAgencyId, basedOn: 1, words: 'elsewhere' };
    expect(await outcome(office.vault.ask('partnerAgency.saveAddress', change))).toBe('not-allowed');
    office.vault.vault.close();
    await office.vault.unlock();
    await office.vault.signInAs('house-staff');
    expect(await outcome(open('Why not'))).toBe('not-allowed');
  });
});
