// Debian's own minisign, as a judge of signatures from outside. It reads Ed25519 over the bytes themselves when the algorithm is
// called "Ed" (minisign's file format: two letters, 8 bytes of a key's number, then the key or the signature).
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from './temp-folder.ts';

const ALGORITHM = Buffer.from('Ed');
const KEY_NUMBER = Buffer.alloc(8, 7);
const COMMENT = 'of a test';

interface Signed {
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
  readonly publicKey: Uint8Array;
  /** Signs the line that minisign wants beside a signature. */
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** Whether minisign takes it for signed by that key. Throws when the program is not there. */
export function minisignAccepts({ message, signature, publicKey, sign }: Signed): boolean {
  const folder = tempFolder();
  const at = (name: string): string => join(folder, name);
  const numbered = (bytes: Uint8Array): string => Buffer.concat([ALGORITHM, KEY_NUMBER, bytes]).toString('base64');
  const beside = Buffer.from(sign(Buffer.concat([signature, Buffer.from(COMMENT)]))).toString('base64');
  writeFileSync(at('message'), message);
  writeFileSync(at('key.pub'), `untrusted comment: a key\n${numbered(publicKey)}\n`);
  const lines = ['untrusted comment: a signature', numbered(signature), `trusted comment: ${COMMENT}`, beside];
  writeFileSync(at('message.minisig'), `${lines.join('\n')}\n`);
  const done = spawnSync('minisign', [
    '-V',
    '-q',
    '-m',
    at('message'),
    '-x',
    at('message.minisig'),
    '-p',
    at('key.pub'),
  ]);
  if (done.error) throw new Error('minisign is needed for this test: apt-get install minisign');
  return done.status === 0;
}
