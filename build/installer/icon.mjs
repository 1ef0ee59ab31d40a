// Draws the icons of the program: the lamp of the app's own mark, in its colours, and with no word and no shape that would tell
// what the records are of. `node build/installer/icon.mjs` writes them; they are kept beside it, because they are asked for at every packing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

const folder = fileURLToPath(new URL('icons/', import.meta.url));
const sizes = [16, 32, 48, 64, 128, 256, 512];
const [desk, shade, light, dim] = [
  [0xf2, 0xf0, 0xec],
  [0x2c, 0x59, 0x43],
  [0xf3, 0xce, 0x94],
  [0x77, 0xa8, 0x8e],
];
/** Points looked at in each direction within one pixel. */
const FINE = 4;

/** How far a point lies outside a rectangle with rounded corners; below 0 it lies inside. */
function outside(x, y, [left, top, right, bottom], radius) {
  const dx = Math.max(left + radius - x, x - right + radius, 0);
  const dy = Math.max(top + radius - y, y - bottom + radius, 0);
  return Math.hypot(dx, dy) - radius;
}

/** The colour at a point of a square from 0 to 1; undefined outside of the icon. */
function colourAt(x, y) {
  if (outside(x, y, [0.03, 0.03, 0.97, 0.97], 0.2) > 0) return undefined;
  if (y < 0.54 && Math.hypot(x - 0.5, y - 0.54) < 0.29) return light;
  if (outside(x, y, [0.15, 0.6, 0.85, 0.67], 0.035) <= 0) return desk;
  if (outside(x, y, [0.3, 0.73, 0.7, 0.8], 0.035) <= 0) return dim;
  return shade;
}

function pixel(column, row, size) {
  const sum = [0, 0, 0, 0];
  for (let each = 0; each < FINE * FINE; each += 1) {
    const [dx, dy] = [(each % FINE) + 0.5, Math.floor(each / FINE) + 0.5];
    const colour = colourAt((column + dx / FINE) / size, (row + dy / FINE) / size);
    if (colour) for (const [at, part] of [...colour, 255].entries()) sum[at] += part;
  }
  const seen = sum[3] / 255 || 1;
  return [...sum.slice(0, 3).map((part) => Math.round(part / seen)), Math.round(sum[3] / FINE ** 2)];
}

function png(size) {
  const rows = Array.from({ length: size }, (_, row) => [
    0,
    ...Array.from({ length: size }, (__, column) => pixel(column, row, size)).flat(),
  ]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6], 8);
  const start = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.from(rows.flat()), { level: 9 });
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, check]);
}

/** CRC-32 as PNG has it (ISO 3309). */
function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return (value ^ 0xffffffff) >>> 0;
}

mkdirSync(folder, { recursive: true });
for (const size of sizes) writeFileSync(`${folder}${size}x${size}.png`, png(size));
