// Partner agencies: who they are and the keys their packages are sealed to. Who can read never changes quietly.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_KEYS, type PartnerAgencyId, pinnedKeys } from '#shared/records/partner-agency';
import { agencyDetails } from '../helpers/casework.ts';
import { Office } from '../helpers/office.ts';
import { outcome, ruleOf } from '../helpers/vault.ts';

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
        replaces: agency.recipient!.recipient,
        name: 'Rosa',
        wordsCompared: false,
        ...(typedName === undefined ? {} : { typedName }),
      });
    expect(await outcome(pin())).toBe('rule-broken');
    expect(await outcome(pin('Clinic B'))).toBe('rule-broken');
    expect((await office.vault.ask('partnerAgency.get', { id: agency.id })).recipient).toEqual(agency.recipient);
    const changed = await pin(' clinic a ');
    expect(changed.recipient).toMatchObject({ recipient, wordsCompared: false });
    expect(changed.moreRecipients).toEqual([]);
    expect(changed.earlierRecipients).toEqual([{ ...agency.recipient, endedAt: office.vault.clock.now }]);
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

  describe('the keys of colleagues there', () => {
    const newKey = async () => identityToRecipient(await generateX25519Identity());
    const add = async (id: PartnerAgencyId, change: object = {}) => {
      const { revision: basedOn } = await office.vault.ask('partnerAgency.get', { id });
      const key = { recipient: await newKey(), name: 'Front desk', wordsCompared: false, typedName: 'Clinic A' };
      return office.vault.ask('partnerAgency.pinRecipient', { id, basedOn, ...key, ...change });
    };
    const end = async (id: PartnerAgencyId, recipient: string) => {
      const { revision: basedOn } = await office.vault.ask('partnerAgency.get', { id });
      return office.vault.ask('partnerAgency.endRecipient', { id, basedOn, recipient });
    };

    it('stand beside each other with their names, and one more asks for the name of the agency', async () => {
      const { id, recipient: rosa } = await office.clinic();
      expect(await ruleOf(add(id, { typedName: 'Clinic B' }))).toBe('agency-key-confirmation');
      const recipient = await newKey();
      const both = await add(id, { recipient });
      expect(both.recipient).toEqual(rosa);
      expect(both.moreRecipients).toMatchObject([{ name: 'Front desk', recipient, wordsCompared: false }]);
      expect(both.earlierRecipients).toEqual([]);
      const compared = await add(id, {
        recipient,
        name: 'Front desk, Omar',
        wordsCompared: true,
        typedName: undefined,
      });
      expect(compared.moreRecipients).toMatchObject([{ name: 'Front desk, Omar', recipient, wordsCompared: true }]);
      const renamed = await office.vault.ask('partnerAgency.save', {
        ...{ id, basedOn: compared.revision, details: agencyDetails('Clinic A, new house') },
      });
      expect(pinnedKeys(renamed)).toEqual(pinnedKeys(compared));
    });

    it('end without a word of the others, stay among the earlier ones, and may all end', async () => {
      const { id, recipient: rosa } = await office.clinic();
      const desk = await newKey();
      await add(id, { recipient: desk });
      office.vault.clock.advance(60_000);
      const left = await end(id, rosa!.recipient);
      expect(left.recipient).toMatchObject({ name: 'Front desk', recipient: desk });
      expect(left.moreRecipients).toEqual([]);
      expect(left.earlierRecipients).toEqual([{ ...rosa, endedAt: office.vault.clock.now }]);
      expect(await ruleOf(end(id, rosa!.recipient))).toBe('agency-key-gone');
      expect(await ruleOf(add(id, { replaces: rosa!.recipient }))).toBe('agency-key-gone');
      const none = await end(id, desk);
      expect([none.recipient, none.earlierRecipients.length]).toEqual([null, 2]);
      expect(await office.vault.ask('partnerAgency.list', {})).toMatchObject([{ hasKey: false }]);
      await office.lockAndUnlock();
      expect(await office.vault.ask('partnerAgency.get', { id })).toMatchObject({ recipient: null });
      await office.vault.ask('session.checkVault', {});
    });

    it('are twenty at most: no package takes more', async () => {
      const { id } = await office.clinic();
      for (let pinned = 1; pinned < MOST_KEYS; pinned += 1) await add(id);
      expect(await ruleOf(add(id))).toBe('agency-key-many');
      const { moreRecipients } = await office.vault.ask('partnerAgency.get', { id });
      expect(moreRecipients).toHaveLength(MOST_KEYS - 1);
      await add(id, { replaces: moreRecipients[3]!.recipient });
    });
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
        office.vault.ask('partnerAgency.pinRecipient', {
          ...{ id: agency.id, basedOn: 1, recipient, name: '', wordsCompared: true },
        }),
      ),
    ).toBe('not-allowed');
    expect(
      await outcome(office.vault.ask('partnerAgency.endRecipient', { id: agency.id, basedOn: 1, recipient })),
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
