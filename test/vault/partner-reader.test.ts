// The reader is handed over once, and its card says by which hash and by which six words an agency can tell that it is right.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Office } from '../helpers/office.ts';
import { opened, sha256 } from '../helpers/sample-package.ts';
import { outcome } from '../helpers/vault.ts';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.vault.remove());

const card = (partnerAgencyId: string) => office.vault.ask('partnerReader.card', { partnerAgencyId: partnerAgencyId });
const handOver = (partnerAgencyId: string, folder = office.place) =>
  office.vault.ask('partnerReader.handOver', {
    partnerAgencyId: partnerAgencyId,
    folder: office.vault.grant(folder),
  });

it('is one page, written and read back, whose hash stands on the card', async () => {
  const { id } = await office.clinic();
  expect(await card(id)).toEqual({ shelterWords: null, copies: [] });
  const { copy, stick } = await handOver(id);
  const page = readFileSync(join(office.place, 'reader.html'));
  expect(stick).toBe('not-a-stick');
  expect(copy).toMatchObject({ partnerAgencyId: id, sha256: sha256(page), bytes: page.length });
  expect((await card(id)).copies.map((one) => one.sha256)).toEqual([sha256(page)]);
  expect((await card((await office.agency('Legal aid')).id)).copies).toEqual([]);
});

it('the six words on the card are those that sign the packages', async () => {
  const planned = await office.planned(['NAME', 'HEALTH']);
  await handOver(planned.partnerAgencyId);
  const { shelterWords } = await card(planned.partnerAgencyId);
  const { fileName } = await office.create(planned);
  await opened(readFileSync(join(office.place, fileName)), { identity: office.identity }, ({ manifest }) => {
    expect(manifest.sender.keyFingerprint).toBe(shelterWords?.join(' '));
    return Promise.resolve();
  });
});

it('is never written over another reader, and then nothing stands on the card', async () => {
  const { id } = await office.clinic();
  await handOver(id);
  expect(await outcome(handOver(id))).toBe('rule-broken');
  expect((await card(id)).copies).toHaveLength(1);
});

it('a stick that is pulled meanwhile is no reader handed over', async () => {
  const { id } = await office.clinic();
  const folder = office.sticks.insert('stick');
  office.sticks.justBefore('sync', () => office.sticks.pull('stick'));
  expect(await outcome(handOver(id, folder))).toBe('stick-removed');
  expect((await card(id)).copies).toEqual([]);
});
