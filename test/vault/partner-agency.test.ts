// Partner agencies: who they are and the one key their packages are sealed to. A key never changes quietly.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agencyDetails, Office } from '../helpers/office.ts';
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
