// The vault's side of a preview: what it hands out, what it takes back, and what it does with a preview that is hostile or dead.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import type { ToPreview } from '#shared/contract/preview';
import type { StoredAttachment } from '#shared/records/attachment';
import type { Line } from '../../electron/vault/line-from-main.ts';
import { openCase } from '../helpers/casework.ts';
import { CAMERA, phoneJpeg, PLACE } from '../helpers/pictures.ts';
import { aPdf } from '../helpers/documents.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

type Answer = (said: readonly ToPreview[]) => unknown;
const points = (width: number, height: number) => ({
  type: 'drawn',
  width,
  height,
  pixels: new Uint8Array(width * height * 4).fill(9),
});

/** What the last preview was given, and whether its line was closed. */
let said: ToPreview[] = [];
let closed = 0;
let answer: Answer = () => points(2, 1);

/** Stands at the far end of the port, where the page of a preview would. */
function farEnd(): Promise<Line<ToPreview>> {
  said = [];
  let hear: (message: unknown) => void = () => undefined;
  let gone: () => void = () => undefined;
  return Promise.resolve({
    say: (message) => {
      said.push(message);
      if (message.type === 'piece') return;
      const given = answer(said);
      setImmediate(() => (given === 'dies' ? gone() : hear(given)));
    },
    listen: (onMessage, onClosed) => {
      hear = onMessage;
      gone = onClosed;
    },
    close: () => {
      closed += 1;
    },
  });
}

let vault: TestVault;
let maya: CaseFileId;
let photo: StoredAttachment;
beforeAll(async () => {
  vault = await newVault('2026-11-23T20:10', { startPreview: farEnd });
  maya = await openCase(vault);
  photo = await add(phoneJpeg(6), false);
});
afterAll(() => vault.remove());

async function add(content: string | Buffer, sealed: boolean): Promise<StoredAttachment> {
  const path = join(vault.dataDir, 'photo');
  writeFileSync(path, content);
  const request = { caseFileId: maya, file: vault.grant(path), title: 'The blue coat', sealed };
  return (await vault.ask('attachment.add', request)).attachment;
}
const draw = (attachmentId = photo.id) => vault.ask('attachment.drawPicture', { attachmentId, longestSide: 800 });

describe('a picture that is looked at', () => {
  it('goes out clean and in pieces with memory of their own, and comes back as points', async () => {
    answer = () => points(2, 1);
    const drawn = await draw();
    expect(drawn).toMatchObject({ attachmentId: photo.id, title: 'The blue coat', width: 2, height: 1 });
    expect(drawn.pixels).toHaveLength(8);
    const pieces = said.flatMap((one) => (one.type === 'piece' ? [one.bytes] : []));
    for (const piece of pieces) expect(piece.buffer.byteLength).toBe(piece.length);
    const whole = Buffer.concat(pieces);
    expect(whole.length).toBe(photo.bytes);
    for (const words of [CAMERA, PLACE]) expect(whole.includes(words)).toBe(false);
    expect(said.at(-1)).toEqual({ type: 'draw', mime: 'image/jpeg', turn: 6, longestSide: 800 });
  });

  it.each([
    ['too few points', { ...points(2, 1), height: 2 }],
    ['a side that is too long', points(2_401, 1)],
    ['a message of its own making', { type: 'open', path: '/etc/passwd' }],
    ['words for points', { ...points(1, 1), pixels: 'abcd' }],
    ['that it could not', { type: 'not-drawn', reason: 'not-decoded' }],
    ['a page', { ...points(1, 1), type: 'page-drawn', pages: 1 }],
  ])('a preview that answers with %s is given up, and its line is closed', async (_what, given) => {
    answer = () => given;
    closed = 0;
    expect(await outcome(draw())).toBe('picture-not-drawn');
    expect(closed).toBe(1);
  });

  it('a preview that dies is said to have been stopped', async () => {
    answer = () => 'dies';
    closed = 0;
    expect(await outcome(draw())).toBe('drawing-stopped');
    expect(closed).toBe(1);
  });

  it('a look that was given up does not answer the next one, however soon that comes', async () => {
    answer = () => ({ type: 'nothing yet' });
    const leaving = new AbortController();
    const first = vault.ask(
      'attachment.drawPicture',
      { attachmentId: photo.id, longestSide: 800 },
      { signal: leaving.signal },
    );
    leaving.abort();
    answer = () => points(2, 1);
    const second = draw();
    expect(await outcome(first)).toBe('cancelled');
    expect(await second).toMatchObject({ width: 2 });
  });

  it('a text is not given to a preview', async () => {
    const text = await add('words', false);
    said = [];
    expect(await outcome(draw(text.id))).toBe('rule-broken');
    expect(said).toEqual([]);
  });

  it('a sealed one opens with a reason, to those on the list, and says what it is called only then', async () => {
    answer = () => points(1, 1);
    const sealed = await add(phoneJpeg(), true);
    expect(await outcome(draw(sealed.id))).toBe('rule-broken');
    const request = { attachmentId: sealed.id, longestSide: 800, reason: 'The lawyer asked' };
    expect(await vault.ask('attachment.openSealedPicture', request)).toMatchObject({
      title: 'The blue coat',
      width: 1,
    });
    const { entries } = await vault.ask('caseFile.timeline', { caseFileId: maya });
    expect(entries[0]).toMatchObject({ event: 'sealed-file-opened' });
  });
});

describe('a PDF that is looked at', () => {
  const drawPage = (attachmentId: StoredAttachment['id'], page = 2) =>
    vault.ask('attachment.drawPage', { attachmentId, page, longestSide: 800 });
  const page = (pages = 3) => ({ ...points(2, 1), type: 'page-drawn', pages });

  it('goes out whole, with the page that is wanted, and comes back as points and how many pages there are', async () => {
    const letter = await add(aPdf(), false);
    answer = () => page();
    expect(await drawPage(letter.id)).toMatchObject({ attachmentId: letter.id, page: 2, pages: 3, width: 2 });
    const whole = Buffer.concat(said.flatMap((one) => (one.type === 'piece' ? [one.bytes] : [])));
    expect(whole.equals(aPdf())).toBe(true);
    expect(said.at(-1)).toEqual({ type: 'draw-page', page: 2, longestSide: 800 });
  });

  it.each([
    ['page-not-drawn', points(2, 1)],
    ['page-not-drawn', { ...page(), pages: 0 }],
    ['page-not-drawn', { ...page(), height: 2 }],
    ['page-not-drawn', { type: 'not-drawn', reason: 'no-such-page' }],
    ['pdf-locked', { type: 'not-drawn', reason: 'locked' }],
    ['drawing-stopped', 'dies'],
  ])('is refused as %s', async (code, given) => {
    const letter = await add(aPdf(), false);
    answer = () => given;
    expect(await outcome(drawPage(letter.id))).toBe(code);
  });

  it('is not drawn past the pages that are shown, nor is a picture drawn as one', async () => {
    const letter = await add(aPdf(), false);
    expect(await outcome(drawPage(letter.id, 201))).toBe('invalid-request');
    expect(await outcome(drawPage(photo.id))).toBe('rule-broken');
    expect(await outcome(draw(letter.id))).toBe('rule-broken');
  });

  it('that is sealed opens with a reason; its pages are one look until something else is looked at', async () => {
    const one = await add(aPdf(), true);
    const other = await add(aPdf('Another'), true);
    answer = () => page();
    const looks = async (): Promise<number> =>
      (await vault.ask('caseFile.timeline', { caseFileId: maya, limit: 100 })).entries.filter(
        ({ event }) => event === 'sealed-file-opened',
      ).length;
    const open = (of: StoredAttachment, at: number, reason = 'The lawyer asked') =>
      vault.ask('attachment.openSealedPage', { attachmentId: of.id, page: at, longestSide: 800, reason });
    expect(await outcome(drawPage(one.id))).toBe('rule-broken');
    const before = await looks();
    await open(one, 1);
    await open(one, 2);
    expect(await looks()).toBe(before + 1);
    await open(one, 3, 'She asked for it');
    await open(other, 1, 'She asked for it');
    await open(one, 3, 'She asked for it');
    expect(await looks()).toBe(before + 4);
  });
});
