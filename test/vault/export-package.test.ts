// A package leaves only under a release whose five checks match, holds exactly what was read through, and is always in the log.
// All through the router, with a real encrypted vault.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlannedPackage } from '#shared/records/export-package';
import { ageOpen, identityFile } from '../helpers/age-cli.ts';
import { agencyDetails } from '../helpers/casework.ts';
import { Office, PURPOSE } from '../helpers/office.ts';
import { opened, sha256 } from '../helpers/sample-package.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { outcome, ruleOf } from '../helpers/vault.ts';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.vault.remove());

const reasons = async (planned: PlannedPackage): Promise<(string | null)[]> =>
  (await office.preview(planned)).checks.map(({ reason }) => reason);

describe('the gate (domain §13)', () => {
  it.each<[string, string, Partial<PlannedPackage>, string | null]>([
    ['the last day', '2026-05-31T12:00', { categories: ['NAME'] }, null],
    ['the day after', '2026-06-01T00:01', { categories: ['NAME'] }, 'date'],
    ['a category that was not ticked', '2026-05-10T12:00', { categories: ['NAME', 'IMMIGRATION'] }, 'covers'],
    ['another purpose', '2026-05-10T12:00', { purpose: 'Something else entirely' }, 'purpose'],
    ['nothing chosen', '2026-05-10T12:00', { categories: [] }, 'covers'],
  ])('%s', async (_, at, change, failed) => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    office.vault.clock.set(at);
    const preview = await office.preview({ ...planned, ...change });
    expect(preview.checks.filter(({ reason }) => reason !== null).map(({ check }) => check)).toEqual(
      failed === null ? [] : [failed],
    );
    expect(preview.mayLeave).toBe(failed === null);
    expect(preview.content === null).toBe(failed !== null);
  });

  it('says which five things were compared, and how they stand', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    const { checks } = await office.preview({ ...planned, categories: ['HEALTH', 'IMMIGRATION'] });
    expect(checks).toEqual([
      { check: 'recipient', reason: null, notCovered: [], sending: ['Clinic A'], allowed: ['Clinic A'] },
      { check: 'purpose', reason: null, notCovered: [], sending: [PURPOSE], allowed: [PURPOSE] },
      {
        check: 'covers',
        reason: 'not-covered',
        notCovered: ['IMMIGRATION'],
        sending: ['HEALTH', 'IMMIGRATION'],
        allowed: ['NAME', 'HEALTH'],
      },
      { check: 'date', reason: null, notCovered: [], sending: ['2026-05-01'], allowed: ['2026-05-01', '2026-05-31'] },
      { check: 'still-her-wish', reason: null, notCovered: [], sending: [], allowed: [] },
    ]);
  });

  it('knows another agency, another survivor and a release she took back', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    const other = await office.vault.ask('partnerAgency.save', { basedOn: 0, details: agencyDetails('Clinic B') });
    expect(await reasons({ ...planned, partnerAgencyId: other.id })).toEqual([
      'other-recipient',
      null,
      null,
      null,
      null,
    ]);
    const { id } = await office.vault.ask('caseFile.open', { nameUsed: 'Heron' });
    expect(await reasons({ ...planned, caseFileId: id })).toEqual(['other-survivor', null, null, null, null]);
    await office.vault.ask('release.revoke', { releaseId: planned.releaseId, how: 'ORAL' });
    expect(await reasons(planned)).toEqual([null, null, null, null, 'revoked']);
  });

  it('stops every one of them before the seal: nothing is written, nothing is in the log', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    const good = await office.preview(planned);
    const other = await office.vault.ask('partnerAgency.save', { basedOn: 0, details: agencyDetails('Clinic B') });
    const attempts: Partial<PlannedPackage>[] = [
      { categories: ['NAME', 'HEALTH', 'IMMIGRATION'] },
      { categories: [] },
      { purpose: 'Something else entirely' },
      { partnerAgencyId: other.id },
    ];
    const sealedTo = await office.everyKey(planned.partnerAgencyId);
    const attempt = (change: object) =>
      outcome(
        office.vault.ask('exportPackage.create', {
          ...planned,
          ...change,
          contentSha256: good.contentSha256!,
          sealedTo,
          folder: office.vault.grant(office.place),
        }),
      );
    for (const change of attempts) expect(await attempt(change)).toBe('release-blocked');
    office.vault.clock.set('2026-06-01T00:01');
    expect(await attempt({})).toBe('release-blocked');
    office.vault.clock.set('2026-05-02T00:01');
    await office.vault.ask('release.revoke', { releaseId: planned.releaseId, how: 'WRITTEN' });
    expect(await attempt({})).toBe('release-blocked');
    expect(readdirSync(office.place)).toEqual([]);
    expect(await office.log(planned)).toEqual([]);
  });

  it('is closed to house staff', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    await office.vault.signInAs('house-staff');
    expect(await outcome(office.preview(planned))).toBe('not-allowed');
    expect(await outcome(office.log(planned))).toBe('not-allowed');
  });
});

describe('what leaves', () => {
  it('is what the ticked categories cover, and nothing of the others', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    const { content } = await office.preview(planned);
    expect(content).toEqual({
      recipientName: 'Clinic A, the dental nurse',
      purpose: PURPOSE,
      usableUntil: '2026-05-31',
      sections: [
        { category: 'NAME', title: 'Name', rows: [{ label: 'Name', value: 'Finch', hers: true }] },
        {
          category: 'HEALTH',
          title: 'Health',
          rows: [{ label: 'Within three days', value: 'My tooth, upper left', hers: true }],
        },
      ],
    });
    const nameOnly = await office.preview({ ...planned, categories: ['NAME'] });
    expect(JSON.stringify(nameOnly)).not.toMatch(/tooth|shoes|letter/);
  });

  it('names what was asked for and is not there, and never a place', async () => {
    const agency = await office.clinic();
    const caseFileId = await office.openCase();
    const release = await office.signedRelease(caseFileId, agency.id, ['LANGUAGES', 'LOCATION']);
    const planned = {
      caseFileId,
      releaseId: release.id,
      partnerAgencyId: agency.id,
      categories: ['LANGUAGES' as const, 'LOCATION' as const],
      purpose: PURPOSE,
    };
    expect((await office.preview(planned)).omissions).toEqual([
      { what: 'Languages', why: 'not-answered' },
      { what: 'Location', why: 'sealed' },
    ]);
  });

  it('shows only safe ways of contact', async () => {
    const agency = await office.clinic();
    const caseFileId = await office.openCase();
    const method = (value: string, safe: 'YES' | 'NO' | 'UNKNOWN') => ({
      way: 'CALL' as const,
      value,
      safe,
      when: '',
      caution: '',
      voicemail: 'NO' as const,
    });
    await office.vault.ask('caseFile.saveSafeContact', {
      caseFileId,
      basedOn: 1,
      safeContact: {
        identifyAs: 'Mia from the library',
        methods: [method('111', 'YES'), method('222', 'NO'), method('333', 'UNKNOWN')],
      },
    });
    const release = await office.signedRelease(caseFileId, agency.id, ['CONTACT']);
    const { content } = await office.vault.ask('exportPackage.preview', {
      caseFileId,
      releaseId: release.id,
      partnerAgencyId: agency.id,
      categories: ['CONTACT'],
      purpose: PURPOSE,
    });
    expect(content?.sections[0]?.rows).toEqual([
      { label: 'Call', value: '111; no voicemail' },
      { label: 'Say that you are', value: 'Mia from the library' },
    ]);
  });

  it('leaves out a note she limited, and the first form of a note that was put right', async () => {
    const agency = await office.clinic();
    const caseFileId = await office.openCase();
    const note = (body: string, notesConsent: 'YES' | 'YES_BUT_LIMITED') => ({
      caseFileId,
      kind: 'NOTE' as const,
      happenedOn: '2026-05-01',
      notesConsent,
      body,
      quotes: [{ words: ' my words ', language: '' }],
      source: 'OBSERVED' as const,
      toldOnce: null,
    });
    const first = await office.vault.ask('caseNote.add', note('wrong day', 'YES'));
    await office.vault.ask('caseNote.correct', { noteId: first.id, note: note('right day', 'YES') });
    await office.vault.ask('caseNote.add', note('between us', 'YES_BUT_LIMITED'));
    const release = await office.signedRelease(caseFileId, agency.id, ['CASE_NOTES']);
    const { content } = await office.vault.ask('exportPackage.preview', {
      caseFileId,
      releaseId: release.id,
      partnerAgencyId: agency.id,
      categories: ['CASE_NOTES'],
      purpose: PURPOSE,
    });
    expect(content?.sections[0]?.rows).toEqual([
      { label: '1 May 2026', value: 'right day', source: 'OBSERVED' },
      { label: '1 May 2026', value: ' my words ', hers: true },
    ]);
  });

  it('is refused when the records changed after it was read through', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    const { contentSha256 } = await office.preview(planned);
    await office.vault.ask('need.add', {
      caseFileId: planned.caseFileId,
      domain: 'HEALTH',
      code: 'OTHER',
      title: 'Something new',
      source: 'EXPRESSED',
      urgency: 'U3',
    });
    const request = {
      ...planned,
      contentSha256: contentSha256!,
      sealedTo: await office.everyKey(planned.partnerAgencyId),
      folder: office.vault.grant(office.place),
    };
    expect(await outcome(office.vault.ask('exportPackage.create', request))).toBe('conflict');
    expect(readdirSync(office.place)).toEqual([]);
  });
});

describe('making a package', () => {
  it('writes one neutral file that age opens, with exactly the lines of the preview', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    const agency = await office.vault.ask('partnerAgency.get', { id: planned.partnerAgencyId });
    const { content, contentSha256 } = await office.preview(planned);
    const phases = new Set<string>();
    const made = await office.vault.ask(
      'exportPackage.create',
      {
        ...planned,
        contentSha256: contentSha256!,
        sealedTo: await office.everyKey(agency.id),
        folder: office.vault.grant(office.place),
      },
      { progress: ({ phase }) => phases.add(phase) },
    );
    expect([...phases]).toEqual(['writing', 'flushing', 'verifying']);
    expect(readdirSync(office.place)).toEqual([made.fileName]);
    expect(made).toMatchObject({
      verified: true,
      stick: 'not-a-stick',
      sealedFor: [{ name: 'Rosa', fingerprintWords: agency.recipient?.fingerprintWords }],
    });
    const sealed = readFileSync(join(office.place, made.fileName));
    expect([sha256(sealed), sealed.length]).toEqual([made.sha256, made.bytes]);
    expect(
      ageOpen(
        join(office.place, made.fileName),
        join(office.place, 'bag'),
        identityFile(tempFolder(), office.identity),
      ),
    ).toBe(true);

    await opened(sealed, { identity: office.identity }, async (found) => {
      const record = await found.read('record.json');
      expect(sha256(record)).toBe(contentSha256);
      const { format, ...lines } = JSON.parse(Buffer.from(record).toString('utf8')) as Record<string, unknown>;
      expect(format).toBe('cv/record/1');
      expect(lines).toEqual(content);
      expect(found.manifest).toMatchObject({
        sender: { name: 'Willow House' },
        recipients: [await identityToRecipient(office.identity)],
        releaseReference: planned.releaseId,
        usableUntil: '2026-05-31',
        purpose: PURPOSE,
      });
      expect(Buffer.from(await found.read('READ-ME.txt')).toString('utf8')).toContain(
        found.manifest.sender.keyFingerprint,
      );
    });
  });

  it('carries no case number, and another reference each time', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    const { caseNumber } = await office.vault.ask('caseFile.get', { caseFileId: planned.caseFileId });
    const references = new Set<string>();
    for (let made = 0; made < 2; made += 1) {
      const { fileName } = await office.create(planned);
      await opened(readFileSync(join(office.place, fileName)), { identity: office.identity }, async (found) => {
        references.add(found.manifest.caseReference);
        const texts = await Promise.all(
          found.manifest.files.map(async ({ name }) => Buffer.from(await found.read(name)).toString('utf8')),
        );
        expect([JSON.stringify(found.manifest), fileName, ...texts].join('\n')).not.toContain(caseNumber);
      });
    }
    expect(references.size).toBe(2);
  });

  it('signs with one key that stays the same after a lock', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    const keys = new Set<string>();
    for (let made = 0; made < 2; made += 1) {
      const { fileName } = await office.create(planned);
      await opened(readFileSync(join(office.place, fileName)), { identity: office.identity }, (found) =>
        Promise.resolve(keys.add(found.manifest.sender.publicKey)),
      );
      await office.lockAndUnlock();
    }
    expect(keys.size).toBe(1);
  });

  it('is a line in the log of the case, newest first, with hash, recipient, categories and basis', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    const agency = await office.vault.ask('partnerAgency.get', { id: planned.partnerAgencyId });
    const first = await office.create({ ...planned, categories: ['NAME'] });
    office.vault.clock.advance(60_000);
    const second = await office.create(planned);
    const log = await office.log(planned);
    expect(log.map(({ packageSha256 }) => packageSha256)).toEqual([second.sha256, first.sha256]);
    expect(log[0]).toMatchObject({
      id: second.disclosureId,
      recipientName: 'Clinic A, the dental nurse',
      partnerAgencyId: agency.id,
      categories: ['NAME', 'HEALTH'],
      basis: { kind: 'RELEASE', releaseId: planned.releaseId },
      sentBy: { name: 'Ana' },
      sealedTo: 'pinned-key',
    });
    await office.lockAndUnlock();
    expect(await office.log(planned)).toEqual(log);
  });

  it('spends a single-use release', async () => {
    const planned = await office.planned(['NAME', 'HEALTH'], { singleUse: true });
    await office.create(planned);
    expect(await reasons(planned)).toEqual([null, null, null, null, 'used-up']);
    expect(await outcome(office.create(planned))).toBe('release-blocked');
    expect(readdirSync(office.place)).toHaveLength(1);
  });

  it('takes a passphrase instead of a key, as strong as that of a vault', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    const { contentSha256 } = await office.preview(planned);
    const seal = (passphrase: string) =>
      office.vault.ask('exportPackage.create', {
        ...planned,
        contentSha256: contentSha256!,
        sealedTo: { by: 'passphrase', passphrase },
        folder: office.vault.grant(office.place),
      });
    expect(await outcome(seal('Clinic A clinic a'))).toBe('passphrase-too-weak');
    const { passphrase } = await office.vault.ask('exportPackage.suggestPassphrase', {});
    const made = await seal(`  ${passphrase.replace(' ', '   ')} `);
    expect(made.sealedFor).toEqual([]);
    expect((await office.log(planned))[0]).not.toHaveProperty('sealedFor');
    expect(
      await opened(readFileSync(join(office.place, made.fileName)), { passphrase }, ({ manifest }) =>
        Promise.resolve(manifest.recipients),
      ),
    ).toEqual(['passphrase']);
  });

  it('is sealed to the keys that were ticked, each of which opens it, and the log says whose they are', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    const { partnerAgencyId } = planned;
    const [omar, stranger] = [await generateX25519Identity(), await generateX25519Identity()];
    const pin = async (identity: string, name: string) => {
      const { revision: basedOn } = await office.vault.ask('partnerAgency.get', { id: partnerAgencyId });
      const key = { recipient: await identityToRecipient(identity), name, wordsCompared: false, typedName: 'Clinic A' };
      await office.vault.ask('partnerAgency.pinRecipient', { id: partnerAgencyId, basedOn, ...key });
    };
    await pin(omar, 'Omar');
    await pin(stranger, 'The ward');
    const { contentSha256 } = await office.preview(planned);
    const { recipients } = await office.everyKey(partnerAgencyId);
    expect(recipients).toHaveLength(3);
    const ticked = [recipients[1]!, recipients[0]!];
    const made = await office.vault.ask('exportPackage.create', {
      ...{ ...planned, contentSha256: contentSha256!, sealedTo: { by: 'pinned-key', recipients: ticked } },
      folder: office.vault.grant(office.place),
    });
    expect(made.sealedFor.map(({ name }) => name)).toEqual(['Rosa', 'Omar']);
    const sealed = readFileSync(join(office.place, made.fileName));
    for (const identity of [office.identity, omar]) {
      await opened(sealed, { identity }, async (found) => {
        expect(found.manifest.recipients).toEqual(recipients.slice(0, 2));
        expect(sha256(await found.read('record.json'))).toBe(contentSha256);
      });
    }
    expect(await outcome(opened(sealed, { identity: stranger }, () => Promise.resolve()))).toBe('wrong-key');
    const [line] = await office.log(planned);
    expect(line?.sealedFor).toEqual(made.sealedFor);
    const { caseFileId } = planned;
    expect((await office.vault.ask('disclosureLog.list', { caseFileId }))[0]).toMatchObject({
      sealedFor: made.sealedFor,
    });
  });

  it('is stopped by a key that was ticked and was replaced or ended meanwhile', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    const { contentSha256 } = await office.preview(planned);
    const before = await office.everyKey(planned.partnerAgencyId);
    const { revision } = await office.vault.ask('partnerAgency.get', { id: planned.partnerAgencyId });
    const recipient = await identityToRecipient(await generateX25519Identity());
    await office.vault.ask('partnerAgency.pinRecipient', {
      ...{ id: planned.partnerAgencyId, basedOn: revision, recipient, replaces: before.recipients[0]! },
      ...{ name: 'Omar', wordsCompared: false, typedName: 'Clinic A' },
    });
    const request = {
      ...{ ...planned, contentSha256: contentSha256!, sealedTo: before },
      folder: office.vault.grant(office.place),
    };
    expect(await ruleOf(office.vault.ask('exportPackage.create', request))).toBe('agency-keys-changed');
    expect(readdirSync(office.place)).toEqual([]);
    expect(await office.log(planned)).toEqual([]);
  });

  it('needs a pinned key or a passphrase', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    const bare = await office.vault.ask('partnerAgency.save', {
      basedOn: 0,
      details: agencyDetails('Clinic without a key'),
    });
    const release = await office.signedRelease(planned.caseFileId, bare.id, ['NAME']);
    const toBare = { ...planned, releaseId: release.id, partnerAgencyId: bare.id, categories: ['NAME' as const] };
    const { contentSha256 } = await office.preview(toBare);
    const sealedTo = await office.everyKey(planned.partnerAgencyId);
    const folder = office.vault.grant(office.place);
    const request = { ...toBare, contentSha256: contentSha256!, sealedTo, folder };
    expect(await outcome(office.vault.ask('exportPackage.create', request))).toBe('bad-recipient');
    expect(readdirSync(office.place)).toEqual([]);
  });
});

it('no package, no key and no passphrase is left in the vault folder', async () => {
  const planned = await office.planned(['NAME', 'HEALTH']);
  await office.create(planned);
  expect(existsSync(office.vault.dataDir)).toBe(true);
  const names = readdirSync(office.vault.dataDir, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => /checking-|\.age|\.part/.test(name))).toEqual([]);
});
