// What a survivor asks about her own record, through the router (domain §15): due dates, refusals, what stands beside the record,
// and a record that is kept and not used.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import type { CaseFileId } from '#shared/ids';
import { RecordId } from '#shared/ids';
import type { RightsKind, StoredRightsRequest } from '#shared/records/rights-request';
import { aNote } from '../helpers/casework.ts';
import { Office } from '../helpers/office.ts';

let office: Office;
let maya: CaseFileId;
beforeEach(async () => {
  office = await Office.open('2026-03-31T10:00');
  maya = await office.openCase();
});
afterEach(() => office.vault.remove());

const ask = (kind: RightsKind, change: object = {}) =>
  office.vault.ask('rightsRequest.receive', {
    caseFileId: maya,
    kind,
    receivedOn: '2026-03-31',
    words: 'I want to see what is written about me.',
    askedBy: { who: 'SELF' },
    timing: 'GDPR',
    ...change,
  });
const checked = ({ id: requestId, revision: basedOn }: StoredRightsRequest) =>
  office.vault.ask('rightsRequest.checkIdentity', { requestId, basedOn, how: 'SAFE_WORD' });
const settle = ({ id: requestId, revision: basedOn }: StoredRightsRequest, outcome: object = {}) => {
  const told = { end: 'DONE' as const, codes: [], words: '', partlyOffered: false, reviewOn: null };
  return office.vault.ask('rightsRequest.settle', { requestId, basedOn, outcome: { ...told, ...outcome } });
};
const rule = async (attempt: Promise<unknown>): Promise<unknown> => {
  try {
    await attempt;
    return 'ok';
  } catch (error) {
    return error instanceof VaultError ? (error.facts['rule'] ?? error.code) : error;
  }
};
const list = () => office.vault.ask('rightsRequest.list', { caseFileId: maya });
/** What of a month in the calendar is about her record. */
const inCalendar = async () =>
  (await office.vault.ask('calendar.agenda', month)).coming.items.filter(({ kind }) => kind === 'rights-request');
const month = { from: '2026-04-01', to: '2026-04-30', whose: 'all' as const, zone: 'UTC' };

describe('domain §15: a request', () => {
  it('received 2026-03-31 is due 2026-04-30, and stands in the calendar and on Today when it is near', async () => {
    const request = await ask('ACCESS');
    expect(request.dueOn).toBe('2026-04-30');
    expect(await inCalendar()).toMatchObject([{ kind: 'rights-request', on: '2026-04-30', words: 'ACCESS' }]);
    expect((await office.vault.ask('today.get', {})).rights).toEqual([]);
    office.vault.clock.set('2026-04-24T10:00');
    expect((await office.vault.ask('today.get', {})).rights).toMatchObject([{ kind: 'ACCESS', on: '2026-04-30' }]);
    await settle(await checked(request));
    expect((await office.vault.ask('today.get', {})).rights).toEqual([]);
    expect(await inCalendar()).toEqual([]);
  });

  it('by the house’s own rule is due after 14 days, and the next request begins with the rule that was used last', async () => {
    expect((await list()).timing).toBe('POLICY');
    expect((await ask('COPY', { timing: 'POLICY' })).dueOn).toBe('2026-04-14');
    await ask('COPY', { timing: 'UK_GDPR' });
    expect((await list()).timing).toBe('UK_GDPR');
  });

  it('is not answered before somebody checked who asks, and ends once', async () => {
    const request = await ask('COPY');
    expect(await rule(settle(request))).toBe('right-identity');
    const ended = await settle(await checked(request));
    expect(await rule(settle(ended))).toBe('right-settled');
    expect(await rule(ask('COPY', { receivedOn: '2026-04-01' }))).toBe('right-received');
  });

  it('is made longer by two months with a notice, and keeps what was said', async () => {
    const { id: requestId, revision: basedOn } = await ask('ACCESS');
    const longer = await office.vault.ask('rightsRequest.extend', { requestId, basedOn, why: 'Six years of notes' });
    expect(longer).toMatchObject({
      dueOn: '2026-06-30',
      extended: { toldOn: '2026-03-31', why: 'Six years of notes' },
    });
  });

  it('stands in her timeline when it was asked and when it was answered', async () => {
    await settle(await checked(await ask('ACCESS')));
    const { entries } = await office.vault.ask('caseFile.timeline', { caseFileId: maya });
    const told = entries.filter(({ recordKind }) => recordKind === 'rights-request');
    expect(told.map(({ event, code }) => [event, code])).toEqual([
      ['right-ended', 'ACCESS'],
      ['right-went-on', 'ACCESS'],
      ['right-asked', 'ACCESS'],
    ]);
  });

  it('scenario §24 no. 19: an erasure that is refused comes back on the day to look again', async () => {
    const refused = { end: 'REFUSED', codes: ['STATUTORY_RETENTION'], words: 'The law keeps it for a year.' };
    const request = await checked(await ask('ERASE'));
    expect(await rule(settle(request, refused))).toBe('right-partly');
    await settle(request, { ...refused, partlyOffered: true, reviewOn: '2026-04-20' });
    expect(await inCalendar()).toMatchObject([{ on: '2026-04-20', words: 'again ERASE' }]);
  });
});

describe('domain §15: a record that is kept and not used', () => {
  const print = () =>
    office.vault.ask('printLog.add', {
      caseFileId: maya,
      sheet: 'NEEDS_LIST',
      lines: 1,
      withName: false,
      shredOn: '2026-04-10',
    });

  it('leaves on no way until she takes it back', async () => {
    office.vault.clock.set('2026-05-01T10:00');
    const planned = await office.planned(['NAME', 'HEALTH']);
    maya = planned.caseFileId;
    const { contentSha256 } = await office.preview(planned);
    const request = await checked(await ask('RESTRICT'));
    office.vault.clock.set('2026-05-02T10:00');
    expect(await rule(print())).toBe('print-shred');
    const granted = await settle(request);
    expect((await list()).restrictedSince).toBe('2026-05-02');
    expect(await rule(office.preview(planned))).toBe('case-restricted');
    expect(await rule(office.seal(planned, contentSha256!))).toBe('case-restricted');
    expect(await rule(print())).toBe('case-restricted');
    await office.vault.ask('rightsRequest.lift', { requestId: granted.id, basedOn: granted.revision });
    expect((await list()).restrictedSince).toBeNull();
    expect(await rule(office.create(planned))).toBe('ok');
    const lifted = (await list()).requests.find(({ id }) => id === granted.id)!;
    const again = { requestId: lifted.id, basedOn: lifted.revision };
    expect(await rule(office.vault.ask('rightsRequest.lift', again))).toBe('right-not-restricted');
  });
});

describe('domain §15: correction and statement', () => {
  const amend = (change: object) =>
    office.vault.ask('amendment.add', {
      caseFileId: maya,
      kind: 'CORRECTION',
      about: null,
      part: '',
      wrong: 'Slept until nine',
      words: 'I was awake until nine.',
      saidOn: '2026-03-31',
      ...change,
    });

  it('never writes over: the note stays word for word, struck in the timeline, with what is right beside it', async () => {
    const note = await office.vault.ask('caseNote.add', aNote(maya));
    const about = { recordKind: 'case-note', recordId: note.id, revision: note.revision };
    expect(await rule(amend({}))).toBe('amendment-about');
    expect(await rule(amend({ about, wrong: '' }))).toBe('amendment-wrong');
    await amend({ about });
    const { notes } = await office.vault.ask('caseNote.list', { caseFileId: maya });
    expect(notes[0]?.body).toBe('Slept until nine.');
    const beside = await office.vault.ask('amendment.list', { caseFileId: maya });
    expect(beside).toMatchObject([{ about: { recordId: note.id }, words: 'I was awake until nine.' }]);
    const { entries } = await office.vault.ask('caseFile.timeline', { caseFileId: maya });
    expect(entries.filter(({ putRight }) => putRight).map(({ recordId }) => recordId)).toEqual([note.id]);
    expect(entries[0]).toMatchObject({ event: 'put-right', words: 'I was awake until nine.', hers: true });
  });

  it('of a need: a state that is saved afterwards is not struck', async () => {
    const [need] = await office.vault.ask('need.list', { caseFileId: maya, show: 'open' });
    const about = { recordKind: 'need', recordId: need!.id, revision: need!.revision };
    await amend({ about, wrong: need!.title });
    office.vault.clock.set('2026-04-01T10:00');
    const of = { needId: need!.id, basedOn: need!.revision };
    await office.vault.ask('need.change', { ...of, change: { note: 'Asked again' } });
    const { entries } = await office.vault.ask('caseFile.timeline', { caseFileId: maya });
    const told = entries.filter(({ recordId }) => recordId === need!.id);
    expect(told.map(({ revision, putRight }) => [revision, putRight])).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  it('keeps a statement letter for letter, about the record as a whole', async () => {
    const words = '  I was never  “found”.\nI left. ';
    expect(await amend({ kind: 'STATEMENT', wrong: '', words })).toMatchObject({ words, about: null });
  });

  it('points at nothing of another case', async () => {
    const heron = await office.openCase();
    const note = await office.vault.ask('caseNote.add', aNote(heron));
    const about = { recordKind: 'case-note', recordId: note.id, revision: 1 };
    expect(await rule(amend({ about }))).toBe('not-found');
    expect(await rule(amend({ about: { ...about, recordId: RecordId.parse(maya) } }))).toBe('not-found');
  });
});
