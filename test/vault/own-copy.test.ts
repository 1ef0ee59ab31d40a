// domain §15, scenario §24 no. 18: a survivor's own copy through the router. What is masked is named and nowhere else; what is sealed,
// notes of counselling and a lawyer's words are in none; what was given is known by its hash in a log that she can read.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import { type CaseFileId, ChoiceHandle } from '#shared/ids';
import type { MaskReason } from '#shared/records/own-copy';
import type { RightsKind } from '#shared/records/rights-request';
import { aNote, aSafetyPlan, said } from '../helpers/casework.ts';
import { Office } from '../helpers/office.ts';
import { watchedPress } from '../helpers/press.ts';

let office: Office;
/** The pages that a PDF was made of. */
let pages: string[];
let maya: CaseFileId;
beforeEach(async () => {
  pages = [];
  office = await Office.open('2026-05-01T10:00', undefined, { startPress: watchedPress(pages) });
  maya = await office.openCase();
  await office.vault.ask('caseNote.add', aNote(maya, { body: 'Heron told us where she was.' }));
  const quotes = [{ words: 'I want to sew.', language: 'en' }];
  await office.vault.ask('caseNote.add', aNote(maya, { body: 'Talked about work.', quotes }));
  await office.vault.ask('safetyPlan.save', {
    ...aSafetyPlan(maya),
    answers: { worries: said([{ words: 'The grey car' }]) },
  });
  const sealed = { caseFileId: maya, basedOn: 0, formVersion: 1, answers: { 'code-word': said('quillwort') } };
  await office.vault.ask('safetyPlan.saveSealed', sealed);
});
afterEach(() => office.vault.remove());

const ask = async (kind: RightsKind = 'COPY', isChecked = true) => {
  const request = await office.vault.ask('rightsRequest.receive', {
    caseFileId: maya,
    kind,
    receivedOn: '2026-05-01',
    words: '',
    askedBy: { who: 'SELF' },
    timing: 'POLICY',
  });
  if (!isChecked) return request;
  const of = { requestId: request.id, basedOn: request.revision };
  return office.vault.ask('rightsRequest.checkIdentity', { ...of, how: 'IN_PERSON' });
};
const read = (scope: 'WHOLE' | 'GIVEN' = 'WHOLE') => office.vault.ask('ownCopy.read', { caseFileId: maya, scope });
const lineWith = async (words: string) =>
  (await read()).sections.flatMap(({ lines }) => lines).find(({ value }) => value.includes(words))!;
const mask = async (words: string, reason: MaskReason = 'OTHER_PERSON') => ({
  lineId: (await lineWith(words)).id,
  reason,
});
const rule = async (attempt: Promise<unknown>): Promise<unknown> => {
  try {
    await attempt;
    return 'ok';
  } catch (error) {
    return error instanceof VaultError ? (error.facts['rule'] ?? error.code) : error;
  }
};

describe('what it holds', () => {
  it('is everything that is hers to read, with where each line comes from', async () => {
    const { sections } = await read();
    expect(sections.map(({ title }) => title)).toEqual(['Who you are', 'What you needed', 'Your safety plan', 'Notes']);
    const notes = sections.at(-1)!.lines.map(({ value, source, hers }) => [value, source, hers]);
    expect(notes).toEqual([
      ['Heron told us where she was.', 'OBSERVED', undefined],
      ['Talked about work.', 'OBSERVED', undefined],
      ['I want to sew.', undefined, true],
    ]);
  });

  it('holds nothing sealed, and says that it is not there', async () => {
    const whole = JSON.stringify(await read());
    expect(whole).toContain('The grey car');
    expect(whole).not.toContain('quillwort');
    expect((await read()).omissions.map(({ why }) => why)).toEqual(['sealed', 'sealed', 'sealed']);
  });

  it('§15: reaches the reports of the house that name her: her part, never who else is in it, masked where somebody else is', async () => {
    const { vault } = office;
    const heron = await office.openCase();
    const rest = { toldTo: [], toldOutside: '', lessons: 'A lamp for the stairs' };
    const at = vault.clock.now;
    const alone = { facts: 'She fell on the stairs.', people: [maya], actions: 'Ice, a doctor', ...rest };
    await vault.ask('incident.report', { ...alone, type: 'MEDICAL', at });
    const both = { facts: 'Two shouted in the kitchen.', people: [maya, heron], actions: 'Tea', ...rest };
    await vault.ask('incident.report', { ...both, type: 'CONFLICT', at });
    const theirs = { facts: 'Somebody else is late.', people: [heron], actions: '', ...rest };
    await vault.ask('incident.report', { ...theirs, type: 'NOT_BACK_AS_EXPECTED', at });
    const whole = await read();
    const reports = whole.sections.find(({ title }) => title.startsWith('Reports of the house'))!;
    expect(reports.lines.map(({ label, value, suggested }) => [label, value, suggested])).toEqual([
      ['Report of the house, 1 May 2026', 'She fell on the stairs.', undefined],
      ['Report of the house, 1 May 2026', 'Ice, a doctor', undefined],
      ['Report of the house, 1 May 2026', 'Two shouted in the kitchen.', 'OTHER_PERSON'],
      ['Report of the house, 1 May 2026', 'Tea', 'OTHER_PERSON'],
    ]);
    const { caseNumber } = await vault.ask('caseFile.get', { caseFileId: heron });
    for (const word of [heron, caseNumber, 'A lamp', 'Somebody else'])
      expect(JSON.stringify(whole)).not.toContain(word);
    expect(JSON.stringify(await read('GIVEN'))).not.toContain('stairs');
    // Given with its masks: what is masked is named with its reason, and its words are nowhere.
    const request = await ask();
    const masks = reports.lines.flatMap(({ id, suggested }) => (suggested ? [{ lineId: id, reason: suggested }] : []));
    const asked = { caseFileId: maya, requestId: request.id, sha256: whole.sha256, masks, way: 'PAPER' as const };
    const copy = await vault.ask('ownCopy.hand', asked);
    expect(copy.masked).toEqual([
      { label: 'Report of the house, 1 May 2026', reason: 'OTHER_PERSON' },
      { label: 'Report of the house, 1 May 2026', reason: 'OTHER_PERSON' },
    ]);
  });

  it('§15: a report that few may read is a director’s to look through; to everybody else it is not there, and her copy says so always', async () => {
    const { vault } = office;
    const rest = { toldTo: [], toldOutside: '', lessons: '', actions: '' };
    const narrow = { facts: 'Asked a newcomer to work for a friend.', people: [maya], ...rest };
    await vault.ask('incident.report', { ...narrow, type: 'RECRUITMENT_INSIDE', at: vault.clock.now });
    const ofDirector = (await read()).sections.flatMap(({ lines }) => lines);
    expect(ofDirector.find(({ value }) => value.startsWith('Asked a newcomer'))).toMatchObject({
      label: 'A report of the house',
      suggested: 'SAFETY',
    });
    await vault.signInAs('case-manager', maya);
    const hers = await read();
    expect(JSON.stringify(hers.sections)).not.toContain('newcomer');
    expect(hers.omissions.map(({ what }) => what)).toContain(
      'Reports of the house that only a director reads. Ask her: she looks whether you are in one',
    );
  });

  it('to take elsewhere it is what she said herself, and nothing that staff wrote', async () => {
    const given = (await read('GIVEN')).sections.flatMap(({ lines }) => lines.map(({ value }) => value));
    expect(given).toContain('I want to sew.');
    expect(given).toContain('The grey car');
    expect(given).not.toContain('Talked about work.');
  });
});

describe('giving it', () => {
  it('needs a request for a copy, and somebody who checked who asks', async () => {
    const { sha256 } = await read();
    const hand = (requestId: Awaited<ReturnType<typeof ask>>['id']) =>
      office.vault.ask('ownCopy.hand', { caseFileId: maya, requestId, sha256, masks: [], way: 'PAPER' });
    expect(await rule(hand((await ask('COMPLAINT')).id))).toBe('right-kind');
    const unchecked = await ask('COPY', false);
    expect(await rule(hand(unchecked.id))).toBe('right-identity');
    expect(await office.vault.ask('disclosureLog.list', { caseFileId: maya })).toEqual([]);
  });

  it('scenario §24 no. 18: read here, nothing kept; the request is answered, the log has its line', async () => {
    const request = await ask('ACCESS');
    const { sha256 } = await read();
    const masks = [await mask('Heron', 'REPORTER')];
    const wish = { caseFileId: maya, requestId: request.id, sha256, masks };
    const copy = await office.vault.ask('ownCopy.hand', { ...wish, way: 'READ_TOGETHER' });
    expect(copy.masked).toEqual([{ label: '3 March 2026', reason: 'REPORTER' }]);
    const { requests } = await office.vault.ask('rightsRequest.list', { caseFileId: maya });
    expect(requests[0]?.outcome).toMatchObject({ end: 'PARTLY', on: '2026-05-01' });
    const [line] = await office.vault.ask('disclosureLog.list', { caseFileId: maya });
    expect(line).toMatchObject({
      way: 'OWN_COPY',
      basis: { kind: 'SURVIVOR_COPY', reference: request.id },
      documentSha256: copy.documentSha256,
      survivorTold: { told: true },
    });
  });

  it('gives only what was read through: a record that was written on since is read again', async () => {
    const request = await ask();
    const { sha256 } = await read();
    await office.vault.ask('caseNote.add', aNote(maya, { body: 'Something new.' }));
    const wish = { caseFileId: maya, requestId: request.id, sha256, masks: [], way: 'PAPER' as const };
    expect(await rule(office.vault.ask('ownCopy.hand', wish))).toBe('conflict');
  });

  it('is hers also while the record is kept and not used', async () => {
    const restrict = await ask('RESTRICT');
    const told = { end: 'DONE' as const, codes: [], words: '', partlyOffered: false, reviewOn: null };
    const of = { requestId: restrict.id, basedOn: restrict.revision };
    await office.vault.ask('rightsRequest.settle', { ...of, outcome: told });
    const request = await ask();
    const { sha256 } = await read();
    const wish = { caseFileId: maya, requestId: request.id, sha256, masks: [], way: 'PAPER' as const };
    expect(await rule(office.vault.ask('ownCopy.hand', wish))).toBe('ok');
    const print = { caseFileId: maya, lines: 1, withName: false, shredOn: '2026-05-10' };
    expect(await rule(office.vault.ask('printLog.add', { ...print, sheet: 'DISCLOSURE_LOG' }))).toBe('ok');
    expect(await rule(office.vault.ask('printLog.add', { ...print, sheet: 'NEEDS_LIST' }))).toBe('case-restricted');
  });

  it('onto a stick is sealed with her passphrase; what is masked is in no byte of what is inside', async () => {
    const request = await ask('PORTABILITY');
    const { sha256 } = await read('GIVEN');
    const { passphrase } = await office.vault.ask('exportPackage.suggestPassphrase', {});
    const masks = [await mask('The grey car', 'SAFETY')];
    const folder = ChoiceHandle.parse(office.vault.grant(office.place));
    const wish = { caseFileId: maya, requestId: request.id, sha256, masks, passphrase, folder };
    const made = await office.vault.ask('ownCopy.save', wish);
    const sealed = readFileSync(join(office.place, made.fileName));
    expect(sealed.includes('sew')).toBe(false);
    const decrypter = new Decrypter();
    decrypter.addPassphrase(passphrase);
    const inside = Buffer.from(await decrypter.decrypt(sealed)).toString('utf8');
    expect(inside).toContain('I want to sew.');
    expect(inside).not.toContain('The grey car');
    expect(inside).toContain('it could put somebody in danger');
    expect(inside).toContain('own-copy.pdf is your record in pages');
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('I want to sew.');
    expect(pages[0]).not.toContain('The grey car');
    const [line] = await office.vault.ask('disclosureLog.list', { caseFileId: maya });
    expect(line?.documentSha256).toBe(made.sha256);
  });
});

describe('domain §14: the log of what left', () => {
  const left = (change: object = {}) =>
    office.vault.ask('disclosureLog.add', {
      caseFileId: maya,
      way: 'SPOKEN',
      sentOn: '2026-05-01',
      recipientName: 'The night nurse',
      partnerAgencyId: null,
      purpose: '',
      categories: ['HEALTH'],
      what: 'That she is allergic to peanuts',
      basis: { kind: 'IMMINENT_DANGER_POLICY', reference: 'She could not breathe' },
      survivorTold: { told: true, how: 'By Ana, the same evening' },
      steps: 'Said nothing about where she lives',
      ...change,
    });

  it('takes what was said by word of mouth, and asks why she was not told, and on what it rests', async () => {
    expect(await rule(left({ survivorTold: { told: false, how: '' } }))).toBe('disclosure-told');
    expect(await rule(left({ basis: { kind: 'COURT_ORDER', reference: ' ' } }))).toBe('disclosure-reference');
    expect(await rule(left({ sentOn: '2026-05-02' }))).toBe('disclosure-later');
    expect(await left()).toMatchObject({ way: 'SPOKEN', by: { name: 'Ana' }, unmatched: [], documentSha256: null });
  });

  it('scenario §24 no. 9: what went further than the permission stands in it with the checks that do not match', async () => {
    const { id: clinic } = await office.clinic();
    const release = await office.signedRelease(maya, clinic, ['NAME', 'HEALTH']);
    const under = {
      basis: { kind: 'RELEASE', releaseId: release.id },
      partnerAgencyId: clinic,
      purpose: release.purpose,
    };
    expect((await left(under)).unmatched).toEqual([]);
    const other = await office.agency('Clinic B');
    const wrong = { ...under, partnerAgencyId: other.id, categories: ['HEALTH', 'IMMIGRATION'] };
    expect((await left(wrong)).unmatched).toEqual(['recipient', 'covers']);
    office.vault.clock.set('2026-05-10T10:00');
    await office.vault.ask('release.revoke', { releaseId: release.id, how: 'ORAL' });
    expect((await left({ ...under, sentOn: '2026-05-09' })).unmatched).toEqual([]);
    expect((await left({ ...under, sentOn: '2026-05-10' })).unmatched).toEqual(['still-her-wish']);
    const heron = await office.openCase();
    expect(await rule(left({ ...under, caseFileId: heron }))).toBe('not-found');
  });

  it('holds packages and everything else together, newest first', async () => {
    const planned = await office.planned(['NAME', 'HEALTH']);
    maya = planned.caseFileId;
    await office.create(planned);
    office.vault.clock.set('2026-05-03T10:00');
    await left({ sentOn: '2026-05-03' });
    const log = await office.vault.ask('disclosureLog.list', { caseFileId: maya });
    expect(log.map(({ way, on }) => [way, on])).toEqual([
      ['SPOKEN', '2026-05-03'],
      ['PACKAGE', '2026-05-01'],
    ]);
    expect(log[1]?.documentSha256).toMatch(/^[0-9a-f]{64}$/);
  });
});
