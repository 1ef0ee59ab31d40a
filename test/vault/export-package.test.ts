// A package leaves only under a release whose five checks match, holds exactly what was read through, and is always in the log.
// All through the router, with a real encrypted vault.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlannedPackage } from '#shared/records/export-package';
import type { ReleaseCategory } from '#shared/records/release-categories';
import { ageOpen, identityFile } from '../helpers/age-cli.ts';
import { failingDisk } from '../helpers/failing-disk.ts';
import { opened, sha256 } from '../helpers/sample-package.ts';
import { SimulatedSticks } from '../helpers/simulated-stick.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

const PURPOSE = 'Booking a first visit with the dental nurse';
let vault: TestVault;
let sticks: SimulatedSticks;
let place: string;
let identity: string;
beforeEach(async () => {
  sticks = new SimulatedSticks();
  vault = await newVault('2026-05-01T09:00', { sticks });
  place = tempFolder();
  identity = await generateX25519Identity();
});
afterEach(() => vault.remove());

const details = (name: string) => ({
  name,
  types: ['HEALTH' as const],
  sharesWithAuthorities: 'NO' as const,
  contacts: [],
  notes: '',
  lastVerifiedOn: null,
});

async function clinic(name = 'Clinic A') {
  const saved = await vault.ask('partnerAgency.save', { basedOn: 0, details: details(name) });
  const recipient = await identityToRecipient(identity);
  return vault.ask('partnerAgency.pinRecipient', {
    id: saved.id,
    basedOn: saved.revision,
    recipient,
    wordsCompared: true,
  });
}

async function openCase() {
  const { id } = await vault.ask('caseFile.open', { nameUsed: 'Finch' });
  const add = (domain: 'HEALTH' | 'PRACTICAL' | 'LEGAL', code: string, title: string) =>
    vault.ask('need.add', { caseFileId: id, domain, code, title, source: 'EXPRESSED', urgency: 'U2' } as never);
  await add('HEALTH', 'DENTAL_PAIN', 'My tooth, upper left');
  await add('PRACTICAL', 'CLOTHING_AND_HYGIENE', 'Warm clothes, shoes 38');
  await add('LEGAL', 'IMMIGRATION_DEADLINE', 'The letter from the office');
  return id;
}

async function signedRelease(
  caseFileId: string,
  partnerAgencyId: string,
  categories: ReleaseCategory[],
  change: object = {},
) {
  const drafted = await vault.ask('release.draft', {
    basedOn: 0,
    release: {
      caseFileId,
      partnerAgencyId,
      recipientPerson: 'the dental nurse',
      purpose: PURPOSE,
      herWords: 'Tell them about my tooth.',
      categories,
      periodCovered: '',
      method: 'ENCRYPTED_MEDIA',
      risksDiscussed: true,
      alternativesDiscussed: true,
      language: 'Spanish',
      interpreter: '',
      startsOn: '2026-05-01',
      expiresOn: '2026-05-31',
      singleUse: false,
      copyOffered: true,
      signer: { kind: 'SELF', guardianName: '', signerIsAbuser: false, minorAssent: 'NOT_A_MINOR' },
      ...change,
    },
  });
  const signature = { how: 'PAPER' as const, signedOn: '2026-05-01', kept: 'Folder 2', witness: '' };
  return vault.ask('release.sign', { releaseId: drafted.id, basedOn: drafted.revision, signature });
}

/** domain §13, example: a release to Clinic A for NAME and HEALTH, 1 to 31 May. */
async function prepared(change: object = {}) {
  const agency = await clinic();
  const caseFileId = await openCase();
  const release = await signedRelease(caseFileId, agency.id, ['NAME', 'HEALTH'], change);
  const planned: PlannedPackage = {
    caseFileId,
    releaseId: release.id,
    partnerAgencyId: agency.id,
    categories: ['NAME', 'HEALTH'],
    purpose: PURPOSE,
  };
  return { agency, planned };
}

const create = async (planned: PlannedPackage, folder = place) => {
  const { contentSha256 } = await vault.ask('exportPackage.preview', planned);
  return vault.ask('exportPackage.create', {
    ...planned,
    contentSha256: contentSha256 ?? '0'.repeat(64),
    sealedTo: { by: 'pinned-key' },
    folder: vault.grant(folder),
  });
};
const reasons = async (planned: PlannedPackage): Promise<(string | null)[]> =>
  (await vault.ask('exportPackage.preview', planned)).checks.map(({ reason }) => reason);

describe('the gate (domain §13)', () => {
  it.each<[string, string, Partial<PlannedPackage>, string | null]>([
    ['the last day', '2026-05-31T12:00', { categories: ['NAME'] }, null],
    ['the day after', '2026-06-01T00:01', { categories: ['NAME'] }, 'date'],
    ['a category that was not ticked', '2026-05-10T12:00', { categories: ['NAME', 'IMMIGRATION'] }, 'covers'],
    ['another purpose', '2026-05-10T12:00', { purpose: 'Something else entirely' }, 'purpose'],
    ['nothing chosen', '2026-05-10T12:00', { categories: [] }, 'covers'],
  ])('%s', async (_, at, change, failed) => {
    const { planned } = await prepared();
    vault.clock.set(at);
    const preview = await vault.ask('exportPackage.preview', { ...planned, ...change });
    expect(preview.checks.filter(({ reason }) => reason !== null).map(({ check }) => check)).toEqual(
      failed === null ? [] : [failed],
    );
    expect(preview.mayLeave).toBe(failed === null);
    expect(preview.content === null).toBe(failed !== null);
  });

  it('says which five things were compared, and how they stand', async () => {
    const { planned } = await prepared();
    const { checks } = await vault.ask('exportPackage.preview', { ...planned, categories: ['HEALTH', 'IMMIGRATION'] });
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
    const { planned } = await prepared();
    const other = await vault.ask('partnerAgency.save', { basedOn: 0, details: details('Clinic B') });
    expect(await reasons({ ...planned, partnerAgencyId: other.id })).toEqual([
      'other-recipient',
      null,
      null,
      null,
      null,
    ]);
    const { id } = await vault.ask('caseFile.open', { nameUsed: 'Heron' });
    expect(await reasons({ ...planned, caseFileId: id })).toEqual(['other-survivor', null, null, null, null]);
    await vault.ask('release.revoke', { releaseId: planned.releaseId, how: 'ORAL' });
    expect(await reasons(planned)).toEqual([null, null, null, null, 'revoked']);
  });

  it('stops every one of them before the seal: nothing is written, nothing is in the log', async () => {
    const { planned } = await prepared();
    const good = await vault.ask('exportPackage.preview', planned);
    const other = await vault.ask('partnerAgency.save', { basedOn: 0, details: details('Clinic B') });
    const attempts: Partial<PlannedPackage>[] = [
      { categories: ['NAME', 'HEALTH', 'IMMIGRATION'] },
      { categories: [] },
      { purpose: 'Something else entirely' },
      { partnerAgencyId: other.id },
    ];
    const attempt = (change: object) =>
      outcome(
        vault.ask('exportPackage.create', {
          ...planned,
          ...change,
          contentSha256: good.contentSha256!,
          sealedTo: { by: 'pinned-key' },
          folder: vault.grant(place),
        }),
      );
    for (const change of attempts) expect(await attempt(change)).toBe('release-blocked');
    vault.clock.set('2026-06-01T00:01');
    expect(await attempt({})).toBe('release-blocked');
    vault.clock.set('2026-05-02T00:01');
    await vault.ask('release.revoke', { releaseId: planned.releaseId, how: 'WRITTEN' });
    expect(await attempt({})).toBe('release-blocked');
    expect(readdirSync(place)).toEqual([]);
    expect(await vault.ask('exportPackage.list', { caseFileId: planned.caseFileId })).toEqual([]);
  });

  it('is closed to house staff', async () => {
    const { planned } = await prepared();
    await vault.signInAs('house-staff');
    expect(await outcome(vault.ask('exportPackage.preview', planned))).toBe('not-allowed');
    expect(await outcome(vault.ask('exportPackage.list', { caseFileId: planned.caseFileId }))).toBe('not-allowed');
  });
});

describe('what leaves', () => {
  it('is what the ticked categories cover, and nothing of the others', async () => {
    const { planned } = await prepared();
    const { content } = await vault.ask('exportPackage.preview', planned);
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
    const nameOnly = await vault.ask('exportPackage.preview', { ...planned, categories: ['NAME'] });
    expect(JSON.stringify(nameOnly)).not.toMatch(/tooth|shoes|letter/);
  });

  it('names what was asked for and is not there, and never a place', async () => {
    const agency = await clinic();
    const caseFileId = await openCase();
    const release = await signedRelease(caseFileId, agency.id, ['LANGUAGES', 'LOCATION']);
    const planned = {
      caseFileId,
      releaseId: release.id,
      partnerAgencyId: agency.id,
      categories: ['LANGUAGES' as const, 'LOCATION' as const],
      purpose: PURPOSE,
    };
    expect((await vault.ask('exportPackage.preview', planned)).omissions).toEqual([
      { what: 'Languages', why: 'not-answered' },
      { what: 'Location', why: 'sealed' },
    ]);
  });

  it('shows only safe ways of contact', async () => {
    const agency = await clinic();
    const caseFileId = await openCase();
    const method = (value: string, safe: 'YES' | 'NO' | 'UNKNOWN') => ({
      way: 'CALL' as const,
      value,
      safe,
      when: '',
      caution: '',
      voicemail: 'NO' as const,
    });
    await vault.ask('caseFile.saveSafeContact', {
      caseFileId,
      basedOn: 1,
      safeContact: {
        identifyAs: 'Mia from the library',
        methods: [method('111', 'YES'), method('222', 'NO'), method('333', 'UNKNOWN')],
      },
    });
    const release = await signedRelease(caseFileId, agency.id, ['CONTACT']);
    const { content } = await vault.ask('exportPackage.preview', {
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
    const agency = await clinic();
    const caseFileId = await openCase();
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
    const first = await vault.ask('caseNote.add', note('wrong day', 'YES'));
    await vault.ask('caseNote.correct', { noteId: first.id, note: note('right day', 'YES') });
    await vault.ask('caseNote.add', note('between us', 'YES_BUT_LIMITED'));
    const release = await signedRelease(caseFileId, agency.id, ['CASE_NOTES']);
    const { content } = await vault.ask('exportPackage.preview', {
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
    const { planned } = await prepared();
    const { contentSha256 } = await vault.ask('exportPackage.preview', planned);
    await vault.ask('need.add', {
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
      sealedTo: { by: 'pinned-key' as const },
      folder: vault.grant(place),
    };
    expect(await outcome(vault.ask('exportPackage.create', request))).toBe('conflict');
    expect(readdirSync(place)).toEqual([]);
  });
});

describe('making a package', () => {
  it('writes one neutral file that age opens, with exactly the lines of the preview', async () => {
    const { planned, agency } = await prepared();
    const { content, contentSha256 } = await vault.ask('exportPackage.preview', planned);
    const phases = new Set<string>();
    const made = await vault.ask(
      'exportPackage.create',
      { ...planned, contentSha256: contentSha256!, sealedTo: { by: 'pinned-key' }, folder: vault.grant(place) },
      { progress: ({ phase }) => phases.add(phase) },
    );
    expect([...phases]).toEqual(['writing', 'flushing', 'verifying']);
    expect(readdirSync(place)).toEqual([made.fileName]);
    expect(made).toMatchObject({
      verified: true,
      stick: 'not-a-stick',
      recipientFingerprintWords: agency.recipient?.fingerprintWords,
    });
    const sealed = readFileSync(join(place, made.fileName));
    expect([sha256(sealed), sealed.length]).toEqual([made.sha256, made.bytes]);
    expect(ageOpen(join(place, made.fileName), join(place, 'bag'), identityFile(tempFolder(), identity))).toBe(true);

    await opened(sealed, { identity }, async (found) => {
      const record = await found.read('record.json');
      expect(sha256(record)).toBe(contentSha256);
      const { format, ...lines } = JSON.parse(Buffer.from(record).toString('utf8')) as Record<string, unknown>;
      expect(format).toBe('cv/record/1');
      expect(lines).toEqual(content);
      expect(found.manifest).toMatchObject({
        sender: { name: 'Willow House' },
        recipients: [await identityToRecipient(identity)],
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
    const { planned } = await prepared();
    const { caseNumber } = await vault.ask('caseFile.get', { caseFileId: planned.caseFileId });
    const references = new Set<string>();
    for (let made = 0; made < 2; made += 1) {
      const { fileName } = await create(planned);
      await opened(readFileSync(join(place, fileName)), { identity }, async (found) => {
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
    const { planned } = await prepared();
    const keys = new Set<string>();
    for (let made = 0; made < 2; made += 1) {
      const { fileName } = await create(planned);
      await opened(readFileSync(join(place, fileName)), { identity }, (found) =>
        Promise.resolve(keys.add(found.manifest.sender.publicKey)),
      );
      vault.clock.advance(1_000);
      vault = vault.restart();
      await vault.unlock();
    }
    expect(keys.size).toBe(1);
  });

  it('is a line in the log of the case, newest first, with hash, recipient, categories and basis', async () => {
    const { planned, agency } = await prepared();
    const first = await create({ ...planned, categories: ['NAME'] });
    vault.clock.advance(60_000);
    const second = await create(planned);
    const log = await vault.ask('exportPackage.list', { caseFileId: planned.caseFileId });
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
    vault = vault.restart();
    await vault.unlock();
    expect(await vault.ask('exportPackage.list', { caseFileId: planned.caseFileId })).toEqual(log);
  });

  it('spends a single-use release', async () => {
    const { planned } = await prepared({ singleUse: true });
    await create(planned);
    expect(await reasons(planned)).toEqual([null, null, null, null, 'used-up']);
    expect(await outcome(create(planned))).toBe('release-blocked');
    expect(readdirSync(place)).toHaveLength(1);
  });

  it('takes a passphrase instead of a key, as strong as that of a vault', async () => {
    const { planned } = await prepared();
    const { contentSha256 } = await vault.ask('exportPackage.preview', planned);
    const seal = (passphrase: string) =>
      vault.ask('exportPackage.create', {
        ...planned,
        contentSha256: contentSha256!,
        sealedTo: { by: 'passphrase', passphrase },
        folder: vault.grant(place),
      });
    expect(await outcome(seal('Clinic A clinic a'))).toBe('passphrase-too-weak');
    const { passphrase } = await vault.ask('exportPackage.suggestPassphrase', {});
    const made = await seal(`  ${passphrase.replace(' ', '   ')} `);
    expect(made.recipientFingerprintWords).toBeUndefined();
    expect(
      await opened(readFileSync(join(place, made.fileName)), { passphrase }, ({ manifest }) =>
        Promise.resolve(manifest.recipients),
      ),
    ).toEqual(['passphrase']);
  });

  it('needs a pinned key or a passphrase', async () => {
    identity = await generateX25519Identity();
    const { planned } = await prepared();
    const bare = await vault.ask('partnerAgency.save', { basedOn: 0, details: details('Clinic without a key') });
    const release = await signedRelease(planned.caseFileId, bare.id, ['NAME']);
    expect(
      await outcome(create({ ...planned, releaseId: release.id, partnerAgencyId: bare.id, categories: ['NAME'] })),
    ).toBe('bad-recipient');
    expect(readdirSync(place)).toEqual([]);
  });
});

describe('a stick that misbehaves', () => {
  it('is let go after the file was read back', async () => {
    const { planned } = await prepared();
    const made = await create(planned, sticks.insert('stick'));
    expect(made.stick).toBe('safe-to-remove');
    expect(readdirSync(sticks.contentsOf('stick'))).toEqual([made.fileName]);
  });

  it('still in use is said, and is not "safe"', async () => {
    const { planned } = await prepared();
    const folder = sticks.insert('stick');
    sticks.hold('stick', true);
    expect((await create(planned, folder)).stick).toBe('saved-still-in-use');
  });

  it.each(['sync', 'mountedTwice'] as const)(
    'pulled before the %s: an error, no line in the log, and the next try works',
    async (operation) => {
      const { planned } = await prepared();
      const folder = sticks.insert('stick');
      sticks.justBefore(operation, () => sticks.pull('stick'));
      expect(await outcome(create(planned, folder))).toBe('stick-removed');
      expect(await vault.ask('exportPackage.list', { caseFileId: planned.caseFileId })).toEqual([]);
      sticks.putBack('stick');
      expect((await create(planned, folder)).stick).toBe('safe-to-remove');
    },
  );

  it('pulled while it is let go: the file was whole, so the log has its line, but nobody is told it is safe', async () => {
    const { planned } = await prepared();
    const folder = sticks.insert('stick');
    sticks.justBefore('eject', () => sticks.pull('stick'));
    expect((await create(planned, folder)).stick).toBe('gone-before-safe');
    expect(await vault.ask('exportPackage.list', { caseFileId: planned.caseFileId })).toHaveLength(1);
  });

  it.each([
    ['full', { bytes: 1_000_000 }, 'disk-full'],
    ['too small', { bytes: 10_000 }, 'stick-too-small'],
    ['read-only', { readOnly: true }, 'place-not-writable'],
  ] as const)('%s is said before anything is written', async (name, options, code) => {
    const { planned } = await prepared();
    const folder = sticks.insert('stick', options);
    if (name === 'full') writeFileSync(join(folder, 'films'), Buffer.alloc(990_000));
    expect(await outcome(create(planned, folder))).toBe(code);
    expect(readdirSync(folder).filter((file) => file !== 'films')).toEqual([]);
  });

  it('a package whose line cannot be kept does not stay on the medium', async () => {
    const { planned } = await prepared();
    await create(planned); // the shelter's key exists now
    const before = readdirSync(place);
    const lock = () => vault.vault.close();
    const { contentSha256 } = await vault.ask('exportPackage.preview', planned);
    const making = vault.ask(
      'exportPackage.create',
      { ...planned, contentSha256: contentSha256!, sealedTo: { by: 'pinned-key' }, folder: vault.grant(place) },
      { progress: ({ phase }) => phase === 'verifying' && lock() },
    );
    expect(await outcome(making)).toBe('vault-locked');
    expect(readdirSync(place)).toEqual(before);
  });

  it('a medium that fails in mid-write leaves nothing and says so', async () => {
    const { planned } = await prepared();
    await failingDisk(place, { method: 'write', errno: 'EIO' });
    expect(await outcome(create(planned))).toBe('stick-removed');
    expect(readdirSync(place)).toEqual([]);
  });
});

describe('partner agencies', () => {
  it('are kept with the six words of their key', async () => {
    const agency = await clinic();
    const recipient = await identityToRecipient(identity);
    const { fingerprintWords } = await vault.ask('partnerAgency.checkRecipient', {
      text: `# from the card\n${recipient}\n`,
    });
    expect(agency.recipient).toMatchObject({ recipient, fingerprintWords, wordsCompared: true });
    expect(await vault.ask('partnerAgency.list', {})).toMatchObject([{ name: 'Clinic A', hasKey: true }]);
    expect(await vault.ask('partnerAgency.get', { id: agency.id })).toEqual(agency);
  });

  it('read their key from a file, and refuse what is none', async () => {
    const file = join(place, 'clinic.txt');
    writeFileSync(file, `# Clinic A\n${await identityToRecipient(identity)}\n`);
    expect((await vault.ask('partnerAgency.readRecipientFile', { file: vault.grant(file) })).recipient).toBe(
      await identityToRecipient(identity),
    );
    writeFileSync(file, identity);
    expect(await outcome(vault.ask('partnerAgency.readRecipientFile', { file: vault.grant(file) }))).toBe(
      'bad-recipient',
    );
    writeFileSync(file, await identityToRecipient(await generateHybridIdentity()));
    expect(await outcome(vault.ask('partnerAgency.readRecipientFile', { file: vault.grant(file) }))).toBe(
      'bad-recipient',
    );
    writeFileSync(file, Buffer.alloc(70_000));
    expect(await outcome(vault.ask('partnerAgency.readRecipientFile', { file: vault.grant(file) }))).toBe(
      'file-too-big',
    );
    expect(await outcome(vault.ask('partnerAgency.readRecipientFile', { file: vault.grant('/dev/zero') }))).toBe(
      'not-a-regular-file',
    );
  });

  it('never change their key quietly: the name must be typed, and the earlier key is kept', async () => {
    const agency = await clinic();
    const recipient = await identityToRecipient(await generateX25519Identity());
    const pin = (typedName?: string) =>
      vault.ask('partnerAgency.pinRecipient', {
        id: agency.id,
        basedOn: agency.revision,
        recipient,
        wordsCompared: false,
        ...(typedName === undefined ? {} : { typedName }),
      });
    expect(await outcome(pin())).toBe('rule-broken');
    expect(await outcome(pin('Clinic B'))).toBe('rule-broken');
    expect((await vault.ask('partnerAgency.get', { id: agency.id })).recipient).toEqual(agency.recipient);
    const changed = await pin(' clinic a ');
    expect(changed.recipient).toMatchObject({ recipient, wordsCompared: false });
    expect(changed.earlierRecipients).toEqual([agency.recipient]);
  });

  it('keep their key when their details change, and one name belongs to one agency', async () => {
    const agency = await clinic();
    const renamed = await vault.ask('partnerAgency.save', {
      id: agency.id,
      basedOn: agency.revision,
      details: details('Clinic A, new house'),
    });
    expect(renamed.recipient).toEqual(agency.recipient);
    expect(
      await outcome(vault.ask('partnerAgency.save', { basedOn: 0, details: details('CLINIC A, new house') })),
    ).toBe('name-taken');
    expect(
      await outcome(
        vault.ask('partnerAgency.save', { id: agency.id, basedOn: agency.revision, details: details('Late') }),
      ),
    ).toBe('conflict');
  });

  it('are for case workers to change and for everyone to read', async () => {
    const agency = await clinic();
    await vault.signInAs('house-staff');
    expect((await vault.ask('partnerAgency.get', { id: agency.id })).name).toBe('Clinic A');
    expect(await outcome(vault.ask('partnerAgency.save', { basedOn: 0, details: details('Other') }))).toBe(
      'not-allowed',
    );
    const recipient = await identityToRecipient(identity);
    expect(
      await outcome(
        vault.ask('partnerAgency.pinRecipient', { id: agency.id, basedOn: 1, recipient, wordsCompared: true }),
      ),
    ).toBe('not-allowed');
  });
});

it('no package, no key and no passphrase is left in the vault folder', async () => {
  const { planned } = await prepared();
  await create(planned);
  expect(existsSync(vault.dataDir)).toBe(true);
  const names = readdirSync(vault.dataDir, { recursive: true, encoding: 'utf8' });
  expect(names.filter((name) => /checking-|\.age|\.part/.test(name))).toEqual([]);
});
