// Packages about invented people, with a sender of their own, for tests of the format.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileToPack } from '../../electron/vault/packages/cvx1.ts';
import { AuthenticatedPackage, type OpenWith } from '../../electron/vault/packages/open.ts';
import { type PackagePlan, sealedStream, type SealFor } from '../../electron/vault/packages/seal.ts';
import type { Sender } from '../../electron/vault/packages/signature.ts';
import { keyFingerprint } from '../../electron/vault/keys/fingerprint.ts';
import { chosenFile } from '../../electron/vault/removable/open-outside.ts';
import { withPrivateFolder } from '../../electron/vault/removable/private-folder.ts';
import { tempFolder } from './temp-folder.ts';

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

export function testSender(name = 'Willow House'): Sender {
  const pair = generateKeyPairSync('ed25519');
  const publicKey = new Uint8Array(pair.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32));
  return {
    name,
    publicKey,
    keyFingerprint: keyFingerprint(publicKey),
    sign: (message) => sign(null, message, pair.privateKey),
  };
}

export function fileToPack(name: string, bytes: Uint8Array, type = 'application/octet-stream'): FileToPack {
  async function* content(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(bytes);
  }
  return { name, type, size: bytes.length, sha256: sha256(bytes), content };
}

export const samplePlan = (
  files: readonly FileToPack[],
  sealFor: SealFor,
  sender: Sender = testSender(),
): PackagePlan => ({
  sender,
  sealFor,
  caseReference: 'K7QW2M9XRT',
  releaseReference: '0190a6f2-0000-7000-8000-000000000001',
  createdAt: Date.parse('2026-11-24T02:51:00Z'),
  purpose: 'Booking a first visit with the dental nurse',
  usableUntil: '2026-11-27',
  files,
  omissions: [{ what: 'Date of birth', why: 'not-answered' }],
});

/** The sealed bytes of a plan. */
export async function sealedBytes(plan: PackagePlan): Promise<Buffer> {
  const { bytes, content } = await sealedStream(plan);
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  const sealed = Buffer.concat(parts);
  if (sealed.length !== bytes) throw new Error('the sealed file is not as long as announced');
  return sealed;
}

/** Opens sealed bytes as the product would open a file from a stick, does something with it, and tidies up. */
export async function opened<T>(
  sealed: Uint8Array,
  openWith: OpenWith,
  use: (content: AuthenticatedPackage) => Promise<T>,
): Promise<T> {
  const path = join(tempFolder(), 'r-test.age');
  writeFileSync(path, sealed);
  return withPrivateFolder(tempFolder(), async (folder) =>
    use(await AuthenticatedPackage.open(chosenFile(path, 2 ** 31), openWith, folder)),
  );
}
