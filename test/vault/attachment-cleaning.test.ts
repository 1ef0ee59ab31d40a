// domain §21: GPS is not recorded. What a picture says of place, time and camera is gone, and what draws it is the same byte for byte.
import { describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import { cleanJpeg } from '../../electron/vault/attachments/clean-jpeg.ts';
import type { CleanPicture } from '../../electron/vault/attachments/clean-picture.ts';
import { cleanPng } from '../../electron/vault/attachments/clean-png.ts';
import { cleanWebp } from '../../electron/vault/attachments/clean-webp.ts';
import { promisedBy } from '../../electron/vault/attachments/kind-of-file.ts';
import {
  aPng,
  CAMERA,
  drawnWebp,
  exifWithGps,
  phoneJpeg,
  phoneWebp,
  PLACE,
  placeIn,
  plainJpeg,
  plainWebp,
  seeThroughWebp,
} from '../helpers/pictures.ts';
import { seededNumbers } from '../helpers/seeded-numbers.ts';

const bytesOf = ({ pieces }: CleanPicture): Buffer => Buffer.concat(pieces);
const TELLING = [
  CAMERA,
  PLACE,
  'GPS',
  'Exif',
  'EXIF',
  'eXIf',
  'photoshop',
  'xmp',
  'XMP',
  '8BIM',
  'ICC',
  'tEXt',
  'tIME',
  '2026:',
];

const cameras = [
  ['JPEG', phoneJpeg(), cleanJpeg],
  ['PNG', aPng({ told: true }), cleanPng],
  ['WebP', phoneWebp(), cleanWebp],
] as const;

describe('what a camera writes into a picture', () => {
  it.each(cameras)(
    '%s: GPS, camera, time, text and what follows its end are gone; before, they are there',
    (_format, bytes, clean) => {
      expect(placeIn(bytes)?.latitude).toBeCloseTo(41.403389, 5);
      expect(placeIn(bytes)?.longitude).toBeCloseTo(2.174028, 5);
      expect(bytes.includes(CAMERA)).toBe(true);
      expect(bytes.includes(PLACE)).toBe(true);
      const cleaned = bytesOf(clean(bytes));
      expect(placeIn(cleaned)).toBe(null);
      for (const word of TELLING) expect(cleaned.includes(word), word).toBe(false);
    },
  );

  it('JPEG: what draws it is what drew it before, and it is upright again', () => {
    const { width, height, turn, pieces } = cleanJpeg(phoneJpeg(6));
    expect({ width, height, turn }).toEqual({ width: 48, height: 32, turn: 6 });
    const cleaned = Buffer.concat(pieces);
    const tables = plainJpeg.indexOf(Buffer.from([0xff, 0xdb]));
    expect(cleaned.subarray(cleaned.indexOf(Buffer.from([0xff, 0xdb]))).equals(plainJpeg.subarray(tables))).toBe(true);
    expect(bytesOf(cleanJpeg(cleaned)).equals(cleaned)).toBe(true);
  });

  it('PNG and WebP: what draws them is untouched, and a clean one stays as it is', () => {
    expect(bytesOf(cleanPng(aPng({ told: true }))).equals(aPng())).toBe(true);
    const { width, height, turn, pieces } = cleanWebp(phoneWebp());
    expect({ width, height, turn }).toEqual({ width: 48, height: 32, turn: 3 });
    expect(Buffer.concat(pieces).includes(drawnWebp())).toBe(true);
    for (const one of [plainWebp, seeThroughWebp]) {
      const once = bytesOf(cleanWebp(one));
      expect(bytesOf(cleanWebp(once)).equals(once)).toBe(true);
    }
    const alpha = seeThroughWebp.subarray(seeThroughWebp.indexOf('ALPH', 0, 'latin1'));
    expect(bytesOf(cleanWebp(seeThroughWebp)).includes(alpha)).toBe(true);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i is read before EXIF goes', (turn) => {
    expect(cleanJpeg(phoneJpeg(turn)).turn).toBe(turn);
  });

  it('an orientation that does not exist, or an EXIF block that points nowhere, leaves the picture as it is', () => {
    expect(cleanJpeg(phoneJpeg(9)).turn).toBe(1);
    const lost = exifWithGps();
    lost.writeUInt32LE(0xfffffff0, 4);
    const jpeg = phoneJpeg();
    lost.copy(jpeg, jpeg.indexOf('II*\0', 0, 'latin1'));
    expect(cleanJpeg(jpeg).turn).toBe(1);
  });

  it('a JPEG that is an archive as well (something after its end) is only a JPEG afterwards', () => {
    const both = Buffer.concat([plainJpeg, Buffer.from('PK\x03\x04 setup.exe', 'latin1')]);
    expect(bytesOf(cleanJpeg(both)).includes('setup.exe')).toBe(false);
  });
});

describe('a picture on hostile bytes', () => {
  const at = seededNumbers(20261127);

  it.each(cameras)(
    '%s: 1,500 changed, cut and joined ones end with a picture or a typed refusal, and say nothing of a place',
    (_format, bytes, clean) => {
      const ends = new Set<string>();
      for (let run = 0; run < 1_500; run += 1) {
        const changed = Buffer.from(run % 3 === 0 ? bytes.subarray(0, at(bytes.length)) : bytes);
        for (let flip = 0; flip <= run % 5; flip += 1) if (changed.length > 0) changed[at(changed.length)] = at(256);
        try {
          promisedBy(changed);
          const cleaned = bytesOf(clean(changed));
          expect(cleaned.includes(PLACE)).toBe(false);
          ends.add('cleaned');
        } catch (error) {
          if (!(error instanceof VaultError)) throw error;
          ends.add(error.code);
        }
      }
      expect(ends).toContain('cleaned');
      expect(ends).toContain('file-damaged');
    },
  );
});
