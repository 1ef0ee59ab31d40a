// security G6, G7: test vectors of the age community, and packages that somebody bent. Nothing bent is accepted, nothing takes long,
// every refusal is a typed error.
import { randomBytes } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import * as cctv from 'cctv-age';
import { beforeAll, describe, expect, test } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import { canonicalJson } from '#shared/packages/canonical-json';
import { readBag, writeBag, writeManifest } from '../../electron/vault/packages/cvx1.ts';
import { manifestOf } from '../../electron/vault/packages/seal.ts';
import { signedMessage } from '../../electron/vault/packages/signature.ts';
import { streamOf } from '../../electron/vault/packages/web-stream.ts';
import { secondsOf } from '../helpers/fuzz.ts';
import { proofSize, tellControl, tellFound } from '../helpers/proof.ts';
import { fileToPack, opened, samplePlan, sealedBytes, sha256, testSender } from '../helpers/sample-package.ts';
import { seededNumbers } from '../helpers/seeded-numbers.ts';

/** The code of a typed refusal; a raw error or an acceptance shows as itself. */
async function verdictOf(attempt: () => Promise<unknown>): Promise<string> {
  try {
    await attempt();
    return 'ACCEPTED';
  } catch (error) {
    return error instanceof VaultError ? error.code : `RAW ${String(error)}`;
  }
}

/** How many of these verdicts were an acceptance, and how many an error that is not ours. */
const tally = (verdicts: ReadonlyMap<string, number>) => {
  const count = (kind: RegExp) =>
    [...verdicts].reduce((sum, [verdict, times]) => sum + (kind.test(verdict) ? times : 0), 0);
  return { accepted: count(/^ACCEPTED$/), untyped: count(/^RAW /) };
};

/** The same for G31, which asks for all kinds of files together. */
function tellFuzzed(counted: Readonly<Record<string, number>>, verdicts: ReadonlyMap<string, number>): void {
  const { accepted, untyped } = tally(verdicts);
  tellFound('G31', { ...counted, 'accepted wrongly': accepted, crashes: untyped });
}

/** Any bytes, sealed as age seals them. */
function ageOf(bytes: Uint8Array, recipient: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(new Uint8Array(bytes));
}

describe('the C2SP CCTV vectors of age', () => {
  interface Vector {
    readonly name: string;
    readonly meta: Readonly<Record<string, string>>;
    readonly body: Uint8Array;
  }

  function readVector(name: string, contents: Uint8Array): Vector {
    const end = Buffer.from(contents).indexOf('\n\n');
    const lines = Buffer.from(contents.subarray(0, end)).toString('latin1').split('\n');
    const pairs = lines.map((line) => line.split(': ') as [string, string]).reverse(); // the first of two equal keys counts
    const meta = Object.fromEntries(pairs);
    const body = contents.subarray(end + 2);
    return { name, meta, body: meta['compressed'] === 'zlib' ? new Uint8Array(inflateSync(body)) : body };
  }

  const vectors = Object.entries(cctv as Record<string, unknown>)
    .filter((entry): entry is [string, Uint8Array] => entry[1] instanceof Uint8Array)
    .map(([name, contents]) => readVector(name, contents));

  const decrypterFor = ({ meta }: Vector): Decrypter => {
    const decrypter = new Decrypter();
    if (meta['passphrase']) decrypter.addPassphrase(meta['passphrase']);
    if (meta['identity']) decrypter.addIdentity(meta['identity']);
    return decrypter;
  };

  async function* inOddPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += 997) yield await Promise.resolve(bytes.subarray(at, at + 997));
  }

  async function decrypted(vector: Vector, mode: 'whole' | 'stream'): Promise<Uint8Array> {
    const body = vector.meta['armored'] ? armor.decode(Buffer.from(vector.body).toString('latin1')) : vector.body;
    if (mode === 'whole') return decrypterFor(vector).decrypt(body);
    const parts: Uint8Array[] = [];
    const reader = (await decrypterFor(vector).decrypt(streamOf(inOddPieces(body)))).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value);
    return Buffer.concat(parts);
  }

  /** The hash of what a vector holds, or null when it is refused. */
  const readingOf = (vector: Vector, mode: 'whole' | 'stream'): Promise<string | null> =>
    decrypted(vector, mode).then(sha256, () => null);

  test('all of them are here', () => {
    expect(vectors.length).toBeGreaterThanOrEqual(143);
  });

  test('the library agrees with every one, whole and as a stream', { timeout: 120_000 }, async () => {
    const wrong: string[] = [];
    for (const vector of vectors) {
      for (const mode of ['whole', 'stream'] as const) {
        const read = await readingOf(vector, mode);
        const expected = vector.meta['expect'] === 'success' ? vector.meta['payload'] : null;
        if (read !== expected) wrong.push(`${vector.name} ${mode}`);
      }
    }
    tellFound('G6', { 'CCTV readings': vectors.length * 2, 'CCTV wrong': wrong.length });
    expect(wrong).toEqual([]);
  });

  test('the control: none of those that open does so with its last byte changed', { timeout: 120_000 }, async () => {
    const good = vectors.filter(({ meta }) => meta['expect'] === 'success' && !meta['armored']);
    const bent = good.map((vector) => {
      const body = Uint8Array.from(vector.body);
      body[body.length - 1]! ^= 1;
      return { ...vector, body };
    });
    const readings = await Promise.all(
      bent.flatMap((vector) => [readingOf(vector, 'whole'), readingOf(vector, 'stream')]),
    );
    tellControl('G6', { 'changed vectors refused': readings.filter((read) => read === null).length });
    expect(readings.length).toBeGreaterThan(30);
    expect(readings).toEqual(readings.map(() => null));
  });

  test('as packages all of them are refused with a typed error, in time', { timeout: 120_000 }, async () => {
    const verdicts = new Map<string, number>();
    for (const { body, meta } of vectors.filter((vector) => !vector.meta['passphrase'])) {
      const openWith = { identity: meta['identity'] ?? (await generateX25519Identity()) };
      const verdict = await verdictOf(() => opened(body, openWith, () => Promise.resolve()));
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    }
    const refusals = ['file-damaged', 'file-empty', 'file-not-recognised', 'package-newer', 'wrong-key'];
    expect([...verdicts.keys()].sort()).toEqual(refusals);
  });
});

describe('bent packages', () => {
  let identity: string;
  let recipient: string;
  let sealed: Buffer;
  beforeAll(async () => {
    identity = await generateX25519Identity();
    recipient = await identityToRecipient(identity);
    const files = [fileToPack('one.bin', randomBytes(70_000)), fileToPack('two.bin', randomBytes(66_000))];
    sealed = await sealedBytes(samplePlan(files, { recipients: [recipient] }));
  });

  /** Bit flips, header bytes, cuts, additions, splices and a chunk taken out, as in the trial that made goal G7. */
  const bends: readonly ((bytes: Buffer, below: (n: number) => number) => Buffer)[] = [
    (bytes, below) => {
      bytes[below(bytes.length)]! ^= 1 << below(8);
      return bytes;
    },
    (bytes, below) => {
      bytes[below(250)] = below(256);
      return bytes;
    },
    (bytes, below) => bytes.subarray(0, below(bytes.length)),
    (bytes, below) => Buffer.concat([bytes, Buffer.alloc(1 + below(40), below(256))]),
    (bytes, below) => {
      const from = below(bytes.length);
      const at = below(bytes.length);
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, from + 30), bytes.subarray(at)]);
    },
    (bytes, below) => {
      const at = 216 + below(2) * 65_552;
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 65_552)]);
    },
  ];

  const PACKAGES = proofSize({ test: 500, full: 6_000 });
  test(`of ${PACKAGES} bent packages none is accepted, none takes a second, every refusal is typed`, {
    timeout: 600_000,
  }, async () => {
    const below = seededNumbers(20_261_123);
    console.log('packages: seed 20261123');
    const verdicts = new Map<string, number>();
    let tried = 0;
    let slowest = 0;
    while (tried < PACKAGES) {
      const bent = bends[tried % bends.length]!(Buffer.from(sealed), below);
      if (bent.equals(sealed)) continue;
      tried += 1;
      const started = process.cpuUsage();
      const verdict = await verdictOf(() => opened(bent, { identity }, (found) => found.read('one.bin')));
      const { user, system } = process.cpuUsage(started);
      slowest = Math.max(slowest, (user + system) / 1000);
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    }
    tellFound('G7', { packages: tried, 'slowest, s': slowest / 1000, ...tally(verdicts) });
    tellFuzzed({ packages: tried, 'over 2 s': slowest > 2_000 ? 1 : 0 }, verdicts);
    expect(
      [...verdicts.keys()].filter(
        (verdict) =>
          !['file-damaged', 'file-not-recognised', 'wrong-key', 'file-empty', 'package-newer'].includes(verdict),
      ),
    ).toEqual([]);
    expect(verdicts.get('file-damaged')).toBeGreaterThan(100);
    expect(slowest).toBeLessThan(1_000);
  });

  test('the package itself is accepted: the bends, not the reader, make the refusals', async () => {
    expect((await opened(sealed, { identity }, (found) => found.read('two.bin'))).length).toBe(66_000);
    tellControl('G7', { accepted: 1 });
  });

  test('another key is a wrong key, not a damaged file; another passphrase likewise', async () => {
    const other = await generateX25519Identity();
    expect(await verdictOf(() => opened(sealed, { identity: other }, () => Promise.resolve()))).toBe('wrong-key');
    expect(await verdictOf(() => opened(sealed, { passphrase: 'not this' }, () => Promise.resolve()))).toBe(
      'wrong-key',
    );
  });

  test('a costly passphrase, too many stanzas or an endless header is refused before any work', async () => {
    const stanza = `-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n`;
    const end = `--- ${'A'.repeat(43)}\n${'A'.repeat(100)}`;
    const header = (body: string): Buffer => Buffer.from(`age-encryption.org/v1\n${body}${end}`);
    const started = performance.now();
    for (const hostile of [
      header(`-> scrypt ${'A'.repeat(22)} 30\n${'A'.repeat(43)}\n`),
      header(`-> scrypt ${'A'.repeat(22)} 21\n${'A'.repeat(43)}\n`),
      header(`-> scrypt ${'A'.repeat(22)} NaN\n${'A'.repeat(43)}\n`),
      header(stanza.repeat(21)),
      Buffer.concat([Buffer.from('age-encryption.org/v1\n'), Buffer.alloc(100_000, '-> X25519 A\n')]),
      header(''),
    ]) {
      expect(await verdictOf(() => opened(hostile, { passphrase: 'any' }, () => Promise.resolve()))).toBe(
        'file-damaged',
      );
    }
    expect(performance.now() - started).toBeLessThan(1_000);
    for (const other of ['PK\u0003\u0004', 'not age', '-----BEGIN AGE ENCRYPTED FILE-----\n']) {
      expect(await verdictOf(() => opened(Buffer.from(other), { identity }, () => Promise.resolve()))).toBe(
        'file-not-recognised',
      );
    }
    const later = Buffer.from('age-encryption.org/v2\n');
    expect(await verdictOf(() => opened(later, { identity }, () => Promise.resolve()))).toBe('package-newer');
    expect(await verdictOf(() => opened(Buffer.alloc(0), { identity }, () => Promise.resolve()))).toBe('file-empty');
  });
});

describe('bent manifests inside a good seal', () => {
  const sender = testSender();
  const content = Buffer.from('content of the only file');
  const plan = samplePlan(
    [fileToPack('one.txt', content, 'text/plain; charset=utf-8')],
    { recipients: ['age1lvyvwawkr0mcnnnncaghunadrqkmuf9e6507x9y920xxpp866cnql7dp2z'] },
    sender,
  );
  const good = canonicalJson(manifestOf(plan));

  /** A bag with any text as its manifest, rightly signed: the sender herself may be the hostile one. */
  const bag = (manifest: string | Uint8Array, files: Uint8Array = content): Buffer => {
    const bytes = Buffer.from(manifest);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes, sender.sign(signedMessage(bytes)), files]);
  };
  const judge = (bytes: Uint8Array, piece = bytes.length): Promise<string> =>
    verdictOf(() => {
      const reader = readBag();
      for (let at = 0; at < bytes.length; at += Math.max(1, piece)) reader.take(bytes.subarray(at, at + piece));
      return Promise.resolve(reader.end());
    });
  type Bendable = Record<string, unknown> & { files: Record<string, unknown>[]; sender: Record<string, unknown> };
  const changed = (change: (manifest: Bendable) => void): string => {
    const manifest = JSON.parse(good) as Bendable;
    change(manifest);
    return canonicalJson(manifest as never);
  };

  test('the good one is accepted, in whatever portions it comes', async () => {
    for (const piece of [bag(good).length, 1, 3, 64, 1000]) expect(await judge(bag(good), piece)).toBe('ACCEPTED');
    tellControl('G7', { accepted: 1 });
  });

  const named: readonly [string, () => string][] = [
    ['an unknown field', () => changed((m) => (m['extra'] = 1))],
    ['an unknown field inside a file', () => changed((m) => (m.files[0]!['extra'] = 1))],
    ['a missing field', () => changed((m) => delete m['purpose'])],
    ['an earlier version', () => changed((m) => (m['version'] = 0))],
    ['no files', () => changed((m) => (m.files = []))],
    [
      '501 files',
      () =>
        changed((m) => (m.files = Array.from({ length: 501 }, (_, i) => ({ ...m.files[0], name: `f${i}`, size: 0 })))),
    ],
    [
      'two files of one name',
      () => changed((m) => m.files.push({ ...m.files[0], name: 'ONE.TXT', size: 0, sha256: sha256('') })),
    ],
    ['a name that climbs', () => changed((m) => (m.files[0]!['name'] = '../one.txt'))],
    ['a hidden name', () => changed((m) => (m.files[0]!['name'] = '.bashrc'))],
    ['a name with a slash', () => changed((m) => (m.files[0]!['name'] = 'a/b'))],
    ['a device of Windows', () => changed((m) => (m.files[0]!['name'] = 'con.txt'))],
    ['a name of 81 letters', () => changed((m) => (m.files[0]!['name'] = 'a'.repeat(81)))],
    ['a negative size', () => changed((m) => (m.files[0]!['size'] = -1))],
    ['a size beyond 2 GiB', () => changed((m) => (m.files[0]!['size'] = 2 ** 31 + 1))],
    ['a size one too small', () => changed((m) => (m.files[0]!['size'] = content.length - 1))],
    ['a size one too large', () => changed((m) => (m.files[0]!['size'] = content.length + 1))],
    ['another hash', () => changed((m) => (m.files[0]!['sha256'] = sha256('x')))],
    [
      'a passphrase among recipients',
      () => changed((m) => (m['recipients'] = ['passphrase', ...(m['recipients'] as string[])])),
    ],
    ['no recipients', () => changed((m) => (m['recipients'] = []))],
    ['a day that does not exist', () => changed((m) => (m['usableUntil'] = '2026-02-30'))],
    ['spaces', () => JSON.stringify(JSON.parse(good), null, 1)],
    [
      'names in another order',
      () => good.replace('{"caseReference":"K7QW2M9XRT",', '{').replace(/}$/, ',"caseReference":"K7QW2M9XRT"}'),
    ],
    ['a name given twice', () => good.replace('{"caseReference"', '{"caseReference":"AAAAAAAAAA","caseReference"')],
    ['a prototype', () => good.replace('{"caseReference"', '{"__proto__":{"x":1},"caseReference"')],
    ['a number spelt otherwise', () => good.replace('"version":1', '"version":1.0')],
    ['a letter spelt otherwise', () => good.replace('"purpose":"B', String.raw`"purpose":"\u0042`)],
    ['a byte order mark', () => `\uFEFF${good}`],
    ['something after it', () => `${good} `],
    ['a list instead', () => `[${good}]`],
    ['nothing', () => ''],
    ['depth', () => `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['depth with hidden brackets', () => good.replace('"purpose":"', `"purpose":"${'['.repeat(2100)}`)],
  ];
  test.each(named)('%s is refused', async (_, make) => {
    const bytes = bag(make());
    expect(await judge(bytes)).toBe('file-damaged');
    expect(await judge(bytes, 7)).toBe('file-damaged');
  });

  test('a later version is told as that', async () => {
    expect(await judge(bag(changed((m) => (m['version'] = 2))))).toBe('package-newer');
  });

  test('bytes that are no UTF-8 are refused', async () => {
    const bytes = Buffer.from(good);
    bytes[good.indexOf('Booking')] = 0xff;
    expect(await judge(bag(bytes))).toBe('file-damaged');
  });

  test('a length beyond 1 MiB is refused at its fourth byte', () => {
    const reader = readBag();
    reader.take(Uint8Array.of(0, 0x10, 0));
    expect(() => reader.take(Uint8Array.of(1))).toThrow('file-damaged');
  });

  test('another key, another label or a changed manifest is a wrong signature', async () => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(Buffer.byteLength(good));
    const signedBy = (signature: Uint8Array, text = good) =>
      Buffer.concat([length, Buffer.from(text), signature, content]);
    expect(await judge(signedBy(testSender().sign(signedMessage(Buffer.from(good)))))).toBe('signature-wrong');
    expect(await judge(signedBy(sender.sign(Buffer.from(good))))).toBe('signature-wrong');
    expect(
      await judge(signedBy(sender.sign(signedMessage(Buffer.from(good))), good.replace('Booking', 'Cooking'))),
    ).toBe('signature-wrong');
    const zeroKey = changed((m) => (m.sender['publicKey'] = '0'.repeat(64)));
    expect(await judge(bag(zeroKey))).toBe('signature-wrong');
  });

  test('every cut is noticed, and so is one byte more', async () => {
    const whole = bag(good);
    const cuts = [
      0,
      1,
      3,
      4,
      5,
      4 + good.length,
      whole.length - content.length - 1,
      whole.length - content.length,
      whole.length - 1,
    ];
    for (const at of cuts) expect(await judge(whole.subarray(0, at))).toBe('file-damaged');
    expect(await judge(Buffer.concat([whole, Buffer.of(0)]))).toBe('file-damaged');
  });

  const MANIFESTS = proofSize({ test: 200, full: 1_000 });
  test(`of ${MANIFESTS} manifests with one random change, in a good seal, none is accepted`, {
    timeout: 300_000,
  }, async () => {
    const identity = await generateX25519Identity();
    const recipient = await identityToRecipient(identity);
    const below = seededNumbers(7);
    console.log('manifests: seed 7');
    const verdicts = new Map<string, number>();
    let tried = 0;
    let slow = 0;
    while (tried < MANIFESTS) {
      const bytes = Buffer.from(good);
      if (tried % 2 === 0) bytes[below(bytes.length)]! ^= 1 << below(8);
      const from = below(bytes.length);
      const bent =
        tried % 2 === 0 ? bytes : Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + below(20))]);
      if (bent.equals(Buffer.from(good))) continue;
      tried += 1;
      // Signed by its old signature, as after somebody changed the bag…
      const old = bag(good);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bent.length);
      const rest = old.subarray(4 + Buffer.byteLength(good));
      const sealed = await ageOf(Buffer.concat([length, bent, rest]), recipient);
      const before = secondsOf(process.cpuUsage());
      const verdict = await verdictOf(() => opened(sealed, { identity }, () => Promise.resolve()));
      if (secondsOf(process.cpuUsage()) - before > 2) slow += 1;
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    }
    tellFound('G7', { manifests: tried, ...tally(verdicts) });
    tellFuzzed({ manifests: tried, 'over 2 s': slow }, verdicts);
    const typed = ['file-damaged', 'package-newer', 'signature-wrong'];
    expect([...verdicts.keys()].filter((verdict) => !typed.includes(verdict))).toEqual([]);
  });
});

test('a recipient who seals the same signed bag for somebody else is found out', async () => {
  const first = await generateX25519Identity();
  const third = await generateX25519Identity();
  const plan = samplePlan([fileToPack('one.txt', Buffer.from('x'))], {
    recipients: [await identityToRecipient(first)],
  });
  const manifest = writeManifest(manifestOf(plan));
  const parts: Uint8Array[] = [];
  for await (const part of writeBag(manifest, plan.sender.sign(signedMessage(manifest)), plan.files)) parts.push(part);
  const bag = Buffer.concat(parts);
  const open = async (to: string) =>
    opened(await ageOf(bag, await identityToRecipient(to)), { identity: to }, () => Promise.resolve());
  expect(await verdictOf(() => open(first))).toBe('ACCEPTED');
  expect(await verdictOf(() => open(third))).toBe('signature-wrong');
});
