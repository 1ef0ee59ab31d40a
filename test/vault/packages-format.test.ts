// The parts of the format one by one: the one spelling of JSON, recipients, the files that people read, streaming without plain text.
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import { readRecipient } from '#shared/records/age-recipient';
import { htcdsFieldNames } from '#shared/htcds/fields';
import { ReleasedContent } from '#shared/records/package';
import { canonicalJson, isDeeperThan } from '#shared/packages/canonical-json';
import { AuthenticatedPackage } from '../../electron/vault/packages/open.ts';
import { contentSha256, readableFiles, recordJson } from '../../electron/vault/packages/readable.ts';
import { recipientFrom } from '../../electron/vault/packages/recipient.ts';
import { packageFileName, randomCaseReference, sealPackage } from '../../electron/vault/packages/seal.ts';
import { linuxSticks } from '../../electron/vault/removable/linux-sticks.ts';
import { chosenFile } from '../../electron/vault/removable/open-outside.ts';
import { withPrivateFolder } from '../../electron/vault/removable/private-folder.ts';
import { aPdf } from '../helpers/documents.ts';
import { fileToPack, opened, samplePlan, sealedBytes, sha256 } from '../helpers/sample-package.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const collect = async (content: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
};

describe('the one spelling of JSON (RFC 8785)', () => {
  test('the example of §3.2.3: names are sorted by UTF-16 code units', () => {
    const value = {
      '€': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '😀': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      ö: 'Latin Small Letter O With Diaeresis',
    };
    expect(canonicalJson(value)).toBe(
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    );
  });

  test('escapes of §3.2.2.2, literals, minus nought', () => {
    expect(
      canonicalJson({ string: '€$\u000f\nA\'B"\\\\"/', literals: [null, true, false], n: -0, left: undefined }),
    ).toBe('{"literals":[null,true,false],"n":0,"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
  });

  test.each([1.5, Number.NaN, Infinity, 2 ** 53, '\ud800', 'a\udc00b'])(
    'what has no single spelling is refused: %s',
    (value) => {
      expect(() => canonicalJson({ value })).toThrow(TypeError);
    },
  );

  test('reading back and writing again changes nothing, whatever the content', () => {
    const text = fc.string({ unit: 'grapheme' });
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constant(null),
        fc.boolean(),
        fc.maxSafeInteger(),
        text,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(text, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const once = canonicalJson(value as never);
        expect(canonicalJson(JSON.parse(once) as never)).toBe(once);
        expect(JSON.parse(once)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 8785, numRuns: 500 },
    );
  });

  test('depth counts brackets, not those inside text', () => {
    expect(isDeeperThan(2, '[[]]')).toBe(false);
    expect(isDeeperThan(1, '[[]]')).toBe(true);
    expect(isDeeperThan(1, String.raw`["[[[\"[[["]`)).toBe(false);
    expect(isDeeperThan(8, '[{"a":{}}]'.repeat(1000))).toBe(false);
  });
});

describe('the recipient of a partner agency', () => {
  const reasonOf = (text: string): unknown => {
    try {
      return recipientFrom(text).recipient;
    } catch (error) {
      return error instanceof VaultError && error.code === 'bad-recipient' ? error.facts['reason'] : error;
    }
  };

  test('pasted, typed large, or read from a recipients file with comments', async () => {
    const recipient = await identityToRecipient(await generateX25519Identity());
    for (const text of [
      recipient,
      ` ${recipient}\n`,
      recipient.toUpperCase(),
      `# Clinic A, June\r\n\r\n${recipient}\r\n`,
    ])
      expect(reasonOf(text)).toBe(recipient);
    expect(recipientFrom(recipient).fingerprintWords).toHaveLength(6);
  });

  test('each wrong thing has its own sentence', async () => {
    const identity = await generateX25519Identity();
    const recipient = await identityToRecipient(identity);
    expect(reasonOf(identity)).toBe('secret-key');
    expect(reasonOf(`# public key: ${recipient}\n${identity}`)).toBe('secret-key');
    expect(reasonOf(await identityToRecipient(await generateHybridIdentity()))).toBe('newer-kind');
    expect(reasonOf(recipient.slice(0, -1))).toBe('mistyped');
    expect(reasonOf(`${recipient}q`)).toBe('mistyped');
    expect(reasonOf(`${recipient}\n${recipient}`)).toBe('not-a-recipient');
    for (const text of ['', 'clinic@example.org', 'ssh-ed25519 AAAA', '# only a comment'])
      expect(reasonOf(text)).toBe('not-a-recipient');
  });

  test('two letters exchanged or one left out are noticed, as BIP 173 promises', async () => {
    const recipient = await identityToRecipient(await generateX25519Identity());
    for (let at = 4; at < recipient.length - 1; at++) {
      const left = recipient.slice(0, at) + recipient.slice(at + 1);
      const swapped = recipient.slice(0, at) + recipient[at + 1]! + recipient[at]! + recipient.slice(at + 2);
      expect(readRecipient(left).kind).toBe('mistyped');
      if (swapped !== recipient) expect(readRecipient(swapped).kind).toBe('mistyped');
    }
  });
});

const content: ReleasedContent = {
  recipientName: 'Clinic A, the dental nurse',
  purpose: 'Booking a first visit',
  usableUntil: '2026-11-27',
  sections: [
    {
      category: 'NAME',
      title: 'Name',
      rows: [{ label: 'Name she uses', value: 'Finch', hers: true }],
    },
    {
      category: 'HEALTH',
      title: 'Health',
      rows: [
        { label: 'Tooth', value: 'Upper left\nsince “spring”', source: 'OBSERVED' },
        { label: 'When', value: '</dd><script>alert(1)</script>', source: 'EXPRESSED' },
        { label: 'ملاحظة', value: 'أفضل الصباح', hers: true },
      ],
    },
  ],
  htcds: {
    vic_AgeWhenTrafficked: '=HYPERLINK("http://x")',
    org_Name: 'Female',
    vic_LocationOfRecruitment: '+1 "quoted", and a comma\nand a line',
  },
};
const REPLY_TO = {
  format: 'cv/reply-to/1' as const,
  recipient: 'age1ce8keu7ww9c66fvkx38ecmnwm04f7gk0sq5s80mzsa2pgrccncrqq9na57',
  secret: 'ab'.repeat(32),
};
const WITH = {
  pdf: aPdf(),
  fingerprint: ['one', 'two', 'three', 'four', 'five', 'six'],
  replyTo: REPLY_TO,
  categories: ['CODED_PROFILE' as const, 'TRAFFICKER_INFO' as const],
  history: ['ten', 'words', 'for', 'all', 'that', 'was', 'written', 'down', 'so', 'far'],
};
const filesOf = async (released: ReleasedContent): Promise<Record<string, string>> =>
  Object.fromEntries(
    await Promise.all(
      readableFiles(released, WITH).map(
        async (file) => [file.name, (await collect(file.content())).toString('utf8')] as const,
      ),
    ),
  );

describe('the files that people read', () => {
  test('sizes and hashes are those of the bytes; the record is the one that was hashed for the preview', async () => {
    for (const file of readableFiles(content, WITH)) {
      const bytes = await collect(file.content());
      expect([file.size, file.sha256]).toEqual([bytes.length, sha256(bytes)]);
    }
    const record = readableFiles(content, WITH).find(({ name }) => name === 'record.json');
    expect(record?.sha256).toBe(contentSha256(content));
    const { format, ...rest } = JSON.parse(Buffer.from(recordJson(content)).toString('utf8')) as Record<
      string,
      unknown
    >;
    expect(format).toBe('cv/record/1');
    expect(rest).toEqual(content);
  });

  test('one changed letter anywhere gives another hash', () => {
    expect(contentSha256({ ...content, purpose: 'Booking a first visit.' })).not.toBe(contentSha256(content));
    expect(contentSha256(structuredClone(content))).toBe(contentSha256(content));
  });

  test('the page carries every line, escaped, her words in quotation marks, the source of what she did not say', async () => {
    const page = (await filesOf(content))['record.html']!;
    expect(page).toContain('<span dir="auto" class="hers">“Finch”</span>');
    expect(page).toContain('Upper left\nsince “spring”</span><span class="source" dir="ltr">seen by staff</span>');
    expect(page).toContain('&lt;/dd&gt;&lt;script&gt;alert(1)&lt;/script&gt;</span></dd>');
    expect(page).toContain('<span dir="auto" class="hers">“أفضل الصباح”</span>');
    expect(page).toContain('it may not be used after 27 November 2026');
    expect(page).toContain('"Page " counter(page) " of " counter(pages)');
  });

  test('the page can load and run nothing: no script, no address, and a policy whose style hash is right', async () => {
    const page = (await filesOf(content))['record.html']!;
    expect(page).not.toMatch(/<script|<img|<link|<iframe|<form|\bon\w+=|https?:|url\(|@import|javascript:/i);
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    const hash = Buffer.from(sha256(style), 'hex').toString('base64');
    expect(page).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
  });

  test('whatever is typed, the page has the same tags and the same text', async () => {
    const tagsOf = (page: string): string[] => page.match(/<\/?[a-z!][^>]*>/gi) ?? [];
    const plain = (
      await filesOf({ ...content, sections: [{ category: 'NEEDS', title: 'T', rows: [{ label: 'L', value: 'V' }] }] })
    )['record.html']!;
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        fc.constantFrom('"><img src=x onerror=1>', "'--></style><script>", '&lt;', '\u202e'),
        async (text, trap) => {
          const row = { label: trap + text, value: text + trap };
          const page = (await filesOf({ ...content, sections: [{ category: 'NEEDS', title: trap, rows: [row] }] }))[
            'record.html'
          ]!;
          expect(tagsOf(page)).toEqual(tagsOf(plain));
        },
      ),
      { seed: 13, numRuns: 60 },
    );
  });

  test('the table for spreadsheets calculates nothing and keeps commas, quotes and line ends (security §9)', async () => {
    const csv = (await filesOf(content))['htcds.csv']!;
    expect(csv.startsWith('\uFEFF"')).toBe(true);
    const [names, ...values] = csv.slice(1).split('\r\n');
    expect(names!.split(',')).toEqual(htcdsFieldNames.map((name) => `"${name}"`));
    const text = values.join('\r\n');
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(text).toContain(`"'+1 ""quoted"", and a comma\nand a line"`);
    expect((await filesOf({ ...content, htcds: undefined }))['htcds.csv']).toBeUndefined();
  });

  test('a sealed coded field cannot be in a package at all', () => {
    const sealedField = ReleasedContent.safeParse({ ...content, htcds: { prs_MailingCity: 'x' } });
    expect(sealedField.success).toBe(false);
  });

  test('the note for people says until when, how to check, and cannot be bent by a name with line ends', async () => {
    const note = (await filesOf({ ...content, recipientName: 'Clinic\r\nUse until 2099' }))['READ-ME.txt']!;
    expect(note.startsWith('\uFEFFREAD ME FIRST\r\n')).toBe(true);
    expect(note).toContain('For:      Clinic Use until 2099\r\n');
    expect(note).toContain('  one two three four five six\r\n');
    for (const name of ['READ-ME.txt', 'record.html', 'record.pdf', 'record.json', 'htcds.csv', 'htcds.xlsx'])
      expect(note).toContain(`  ${name}\r\n`);
  });

  test('ten words for the history of the sender lie in a file of their own, alone on their line', async () => {
    expect((await filesOf(content))['history.txt']!.split('\r\n')).toContain(
      '  ten words for all that was written down so far',
    );
  });

  test('nothing in any file says what kind of house sent it', async () => {
    const files = Object.values(await filesOf({ ...content, htcds: undefined })).join('\n');
    expect(files).not.toMatch(/shelter|traffick|survivor|victim|abuse|safehold|refuge/i);
  });

  test('half a letter left by a program does not stop a package, and hashes the same in the preview', () => {
    const broken = { ...content, purpose: 'half \ud83d here' };
    expect(contentSha256(broken)).toBe(contentSha256({ ...content, purpose: 'half \ufffd here' }));
  });
});

describe('sealing and opening', () => {
  test('a package on a folder: neutral name and date, private, verified, and opened again file by file', async () => {
    const folder = tempFolder();
    const identity = await generateX25519Identity();
    const files = [
      ...readableFiles(content, WITH),
      fileToPack('empty', Buffer.alloc(0)),
      fileToPack('scan.pdf', randomBytes(3_000_000), 'application/pdf'),
    ];
    const plan = samplePlan(files, { recipients: [await identityToRecipient(identity)] });
    const made = await sealPackage(plan, { folder, medium: linuxSticks(), fileName: packageFileName() });
    expect(made.fileName).toMatch(/^r-[0-9a-z]{8}\.age$/);
    expect(readdirSync(folder)).toEqual([made.fileName]);
    const found = statSync(join(folder, made.fileName));
    expect([found.size, found.mode & 0o777, found.mtime.toISOString()]).toEqual([
      made.bytes,
      0o600,
      '2026-11-24T00:00:00.000Z',
    ]);
    expect(made.sha256).toBe(sha256(readFileSync(join(folder, made.fileName))));

    await withPrivateFolder(tempFolder(), async (inside) => {
      const read = await AuthenticatedPackage.open(
        chosenFile(join(folder, made.fileName), 2 ** 31),
        { identity },
        inside,
      );
      expect(read.manifest.files.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
      expect(read.manifest.omissions).toEqual([{ what: 'Date of birth', why: 'not-answered' }]);
      for (const file of files) expect(sha256(await read.read(file.name))).toBe(file.sha256);
      await expect(read.read('other')).rejects.toMatchObject({ code: 'not-found' });
    });
  });

  test('nothing plain is on a disk while a package is opened and read', async () => {
    const canary = `CANARY-${randomBytes(8).toString('hex')}`;
    const identity = await generateX25519Identity();
    const plan = samplePlan([fileToPack('note.txt', Buffer.from(canary.repeat(1000)), 'text/plain')], {
      recipients: [await identityToRecipient(identity)],
    });
    const path = join(tempFolder(), 'package.age');
    writeFileSync(path, await sealedBytes(plan));
    const vault = tempFolder();
    await withPrivateFolder(vault, async (folder) => {
      const read = await AuthenticatedPackage.open(chosenFile(path, 2 ** 31), { identity }, folder);
      expect(Buffer.from(await read.read('note.txt')).toString()).toContain(canary);
      const names = readdirSync(vault, { recursive: true, encoding: 'utf8' }).map((name) => join(vault, name));
      const onDisk = Buffer.concat(names.filter((name) => statSync(name).isFile()).map((name) => readFileSync(name)));
      expect(onDisk.length).toBeGreaterThan(1000);
      expect(onDisk.includes(canary)).toBe(false);
    });
    expect(existsSync(vault) && readdirSync(vault)).toEqual([]);
  });

  test('a file that changed since it was listed is not sealed', async () => {
    const file = {
      ...fileToPack('one', Buffer.from('as listed')),
      content: () => fileToPack('one', Buffer.from('as it is!')).content(),
    };
    const folder = tempFolder();
    const plan = samplePlan([file], { recipients: [await identityToRecipient(await generateX25519Identity())] });
    const place = { folder, medium: linuxSticks(), fileName: packageFileName() };
    await expect(sealPackage(plan, place)).rejects.toMatchObject({ code: 'file-damaged' });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a manifest that readers would refuse is never made', async () => {
    const recipients = [await identityToRecipient(await generateX25519Identity())];
    for (const files of [
      [],
      [fileToPack('../up', Buffer.alloc(1))],
      [fileToPack('a', Buffer.alloc(1)), fileToPack('A', Buffer.alloc(1))],
    ]) {
      await expect(sealedBytes(samplePlan(files, { recipients }))).rejects.toThrow();
    }
  });

  test('a passphrase package names nobody and opens with the passphrase alone', async () => {
    const passphrase = 'lantern orchard velvet compass harbor thimble';
    const sealed = await sealedBytes(samplePlan([fileToPack('one', Buffer.from('x'))], { passphrase }));
    expect(await opened(sealed, { passphrase }, (read) => Promise.resolve(read.manifest.recipients))).toEqual([
      'passphrase',
    ]);
  });

  test('names are random, neutral and easy to read aloud', () => {
    const names = Array.from({ length: 500 }, packageFileName);
    expect(new Set(names).size).toBe(500);
    expect(names.every((name) => /^r-[0-9a-hjkmnp-tv-z]{8}\.age$/.test(name))).toBe(true);
    expect(randomCaseReference()).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
  });
});
