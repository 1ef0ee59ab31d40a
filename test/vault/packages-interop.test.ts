// security G6: our packages and Debian's age agree in both directions, at every size where a chunk begins or ends.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ed25519 } from '@noble/curves/ed25519.js';
import { expect, test } from 'vitest';
import { readRecipient } from '#shared/records/age-recipient';
import { bagBytes, writeBag, writeManifest } from '../../electron/vault/packages/cvx1.ts';
import { manifestOf } from '../../electron/vault/packages/seal.ts';
import { signedMessage } from '../../electron/vault/packages/signature.ts';
import {
  ageKeygen,
  ageOpen,
  ageOpenWithPassphrase,
  ageSeal,
  ageSealWithPassphrase,
  identityFile,
} from '../helpers/age-cli.ts';
import { minisignAccepts } from '../helpers/minisign-cli.ts';
import { tellControl, tellFound } from '../helpers/proof.ts';
import { fileToPack, opened, samplePlan, sealedBytes } from '../helpers/sample-package.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const SIZES = [0, 1, 65535, 65536, 65537, 131072, 131073, 196608, 5_000_000];
const PASSPHRASE = 'lantern orchard velvet compass harbor thimble';

/** What a bag holds, as one piece, for handing to the program age. */
async function bagOf(plan: ReturnType<typeof samplePlan>): Promise<Buffer> {
  const manifest = writeManifest(manifestOf(plan));
  const parts: Uint8Array[] = [];
  for await (const part of writeBag(manifest, plan.sender.sign(signedMessage(manifest)), plan.files)) parts.push(part);
  const bag = Buffer.concat(parts);
  expect(bag.length).toBe(bagBytes(manifest, plan.files));
  return bag;
}

test.each(SIZES)(
  'a file of %i bytes: sealed by us for two, opened by age with either key; sealed by age, opened by us',
  async (size) => {
    const folder = tempFolder();
    const theirs = ageKeygen(folder);
    const ours = await generateX25519Identity();
    const content = randomBytes(size);
    const plan = samplePlan([fileToPack('content.bin', content)], {
      recipients: [theirs.recipient, await identityToRecipient(ours)],
    });
    const bag = await bagOf(plan);

    writeFileSync(join(folder, 'ours.age'), await sealedBytes(plan));
    for (const [index, key] of [theirs.file, identityFile(folder, ours)].entries()) {
      const out = join(folder, `bag-${index}`);
      expect(ageOpen(join(folder, 'ours.age'), out, key)).toBe(true);
      expect(Buffer.compare(readFileSync(out), bag)).toBe(0); // Ed25519 is deterministic: the same bag, byte for byte
    }

    writeFileSync(join(folder, 'bag'), bag);
    expect(ageSeal(join(folder, 'bag'), join(folder, 'theirs.age'), [await identityToRecipient(ours)])).toBe(true);
    const read = await opened(readFileSync(join(folder, 'theirs.age')), { identity: ours }, (found) =>
      found.read('content.bin'),
    );
    expect(Buffer.compare(Buffer.from(read), content)).toBe(0);
    tellFound('G6', { 'agreed with age': 3 });

    const stranger = identityFile(tempFolder(), await generateX25519Identity());
    expect(ageOpen(join(folder, 'ours.age'), join(folder, 'never'), stranger)).toBe(false);
    tellControl('G6', { 'refused by age': 1 });
  },
);

test('a passphrase package: sealed by us, opened by age; sealed by age, opened by us', async () => {
  const folder = tempFolder();
  const plan = samplePlan([fileToPack('content.bin', Buffer.from('hello'))], { passphrase: PASSPHRASE });
  writeFileSync(join(folder, 'ours.age'), await sealedBytes(plan));
  expect(ageOpenWithPassphrase(join(folder, 'ours.age'), join(folder, 'out'), PASSPHRASE)).toBe(true);
  expect(readFileSync(join(folder, 'out')).subarray(-5).toString()).toBe('hello');

  writeFileSync(join(folder, 'bag'), await bagOf(plan));
  expect(ageSealWithPassphrase(join(folder, 'bag'), join(folder, 'theirs.age'), PASSPHRASE)).toBe(true);
  const read = await opened(readFileSync(join(folder, 'theirs.age')), { passphrase: PASSPHRASE }, (found) =>
    found.read('content.bin'),
  );
  expect(Buffer.from(read).toString()).toBe('hello');
  tellFound('G6', { 'agreed with age': 2 });
});

test('the signature is what others say it is: good as it was made, wrong with a letter changed', () => {
  const plan = samplePlan([fileToPack('content.bin', Buffer.from('hello'))], { passphrase: PASSPHRASE });
  const manifest = writeManifest(manifestOf(plan));
  const signature = plan.sender.sign(signedMessage(manifest));
  const bent = Uint8Array.from(manifest);
  bent[Buffer.from(manifest).indexOf('Booking')]! ^= 1;
  const noble = (bytes: Uint8Array) => ed25519.verify(signature, signedMessage(bytes), plan.sender.publicKey);
  expect([noble(manifest), noble(bent)]).toEqual([true, false]);
  tellFound('G6', { 'signatures judged by noble': 2 });
  const { publicKey } = plan.sender;
  const sign = (message: Uint8Array): Uint8Array => plan.sender.sign(message);
  const minisign = (bytes: Uint8Array) =>
    minisignAccepts({ message: signedMessage(bytes), signature, publicKey, sign });
  expect([minisign(manifest), minisign(bent)]).toEqual([true, false]);
  tellFound('G6', { 'signatures judged by minisign': 2 });
});

test('keys made by age-keygen are read as age reads them, and every single wrong letter is noticed', async () => {
  const { identity, recipient, file } = ageKeygen(tempFolder());
  expect(await identityToRecipient(identity)).toBe(recipient);
  tellFound('G6', { 'agreed with age': 1 });
  expect(readRecipient(`\n  ${recipient.toUpperCase()} \n`)).toMatchObject({ kind: 'good', recipient });
  expect(readRecipient(readFileSync(file, 'utf8'))).toEqual({ kind: 'secret-key' });
  for (let at = 4; at < recipient.length; at++) {
    const other = recipient[at] === 'q' ? 'p' : 'q';
    expect(readRecipient(recipient.slice(0, at) + other + recipient.slice(at + 1))).toEqual({ kind: 'mistyped' });
  }
});

test('age agrees with the library on plain files too: armour-free, two recipients', async () => {
  const folder = tempFolder();
  const { identity, recipient } = ageKeygen(folder);
  writeFileSync(join(folder, 'plain'), 'plain');
  expect(
    ageSeal(join(folder, 'plain'), join(folder, 'sealed'), [
      recipient,
      await identityToRecipient(await generateX25519Identity()),
    ]),
  ).toBe(true);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  expect(await decrypter.decrypt(readFileSync(join(folder, 'sealed')), 'text')).toBe('plain');
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  writeFileSync(join(folder, 'library'), await encrypter.encrypt('from the library'));
  execFileSync('age', ['-d', '-i', join(folder, 'key.txt'), '-o', join(folder, 'read'), join(folder, 'library')]);
  expect(readFileSync(join(folder, 'read'), 'utf8')).toBe('from the library');
  tellFound('G6', { 'agreed with age': 2 });
  expect(readdirSync(folder)).toContain('read');
});
