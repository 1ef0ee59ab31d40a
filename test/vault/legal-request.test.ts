// domain §14, scenario §24 no. 7 and 8: a paper at the door. Logged by a director alone, the case held at once, what a court ordered
// produced by two people and nothing beside it; a report that a law asks for is written down and never sent.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import type { CaseFileId } from '#shared/ids';
import type { LegalRequestState, StoredLegalRequest } from '#shared/records/legal-request';
import { aNote } from '../helpers/casework.ts';
import { Office } from '../helpers/office.ts';
import { DIRECTOR, outcome } from '../helpers/vault.ts';

let office: Office;
let maya: CaseFileId;
beforeEach(async () => {
  office = await Office.open('2026-05-01T10:00');
  maya = await office.openCase();
});
afterEach(() => office.vault.remove());

const log = (change: object = {}) =>
  office.vault.ask('legalRequest.log', {
    instrument: 'SUBPOENA',
    servedBy: 'A process server, Hill and Partners',
    receivedOn: '2026-05-01',
    asksFor: 'All records about the person named in it',
    deadlines: [{ what: 'Answer', on: '2026-05-12', isDone: false }],
    caseFileId: maya,
    ...change,
  });
const fresh = { counsel: '', validity: null, wish: null, protective: '', steps: [], decision: '' };
type Course = Parameters<typeof go>[2];
function go(request: StoredLegalRequest, to: LegalRequestState | null, course: object = {}) {
  const { counsel, validity, wish, protective, steps, decision, deadlines, asksFor, instrument } = request;
  return office.vault.ask('legalRequest.save', {
    requestId: request.id,
    basedOn: request.revision,
    told: { deadlines, asksFor, instrument },
    course: { ...fresh, counsel, validity, wish, protective, steps, decision, ...course },
    to,
  });
}
const rule = async (attempt: Promise<unknown>): Promise<unknown> => {
  try {
    await attempt;
    return 'ok';
  } catch (error) {
    return error instanceof VaultError ? (error.facts['rule'] ?? error.code) : error;
  }
};

const order: Course = {
  validity: { judgeSigned: true, found: 'Signed by a judge of the district' },
  wish: { wants: 'OPPOSE', on: '2026-05-02', how: 'Told by Ana in the garden' },
  decision: 'With counsel: the ordered parts only',
};
const decided = async () => go(await log({ instrument: 'JUDGE_ORDER' }), 'DECIDED', order);

describe('a request', () => {
  it('is accepted by a director alone, and holds the case at once', async () => {
    await log();
    const holds = await office.vault.ask('legalHold.list', { caseFileId: maya });
    expect(holds).toMatchObject([{ placedBy: 'LEGAL_REQUEST', startedOn: '2026-05-01', ended: null }]);
    expect((await office.vault.ask('rightsRequest.list', { caseFileId: maya })).isHeld).toBe(true);
    await office.vault.signInAs('case-manager', maya);
    expect(await outcome(log())).toBe('not-allowed');
    expect(await outcome(office.vault.ask('legalRequest.list', {}))).toBe('not-allowed');
  });

  it('may be about nobody here, and then holds nothing', async () => {
    const { of } = await log({ caseFileId: null });
    expect(of).toBeNull();
    expect(await office.vault.ask('legalHold.list', { caseFileId: maya })).toEqual([]);
  });

  it('names its days as the paper does; they stand on Today and in the calendar until they are done', async () => {
    const request = await log();
    office.vault.clock.set('2026-05-06T10:00');
    expect((await office.vault.ask('today.get', {})).legalRequests).toMatchObject([
      { what: 'Answer', on: '2026-05-12' },
    ]);
    const month = { from: '2026-05-01', to: '2026-05-31', whose: 'all' as const, zone: 'UTC' };
    const { coming } = await office.vault.ask('calendar.agenda', month);
    expect(coming.items).toContainEqual(expect.objectContaining({ kind: 'legal-request', on: '2026-05-12' }));
    const told = { ...request, deadlines: request.deadlines.map((one) => ({ ...one, isDone: true })) };
    await go(told, null);
    expect((await office.vault.ask('today.get', {})).legalRequests).toEqual([]);
  });

  it('moves forwards only, with what was found, what she wants, and what was decided', async () => {
    const request = await go(await log(), 'VALIDITY_CHECK', { counsel: 'Legal aid' });
    expect(await rule(go(request, 'WITH_COUNSEL'))).toBe('request-course');
    expect(await rule(go(request, 'SURVIVOR_NOTIFIED'))).toBe('request-validity');
    const found = { validity: { judgeSigned: false, found: 'A lawyer signed it' } };
    expect(await rule(go(request, 'SURVIVOR_NOTIFIED', found))).toBe('request-wish');
    const tried = { ...found, wish: { wants: 'NOT_REACHED', on: '2026-05-02', how: 'Three calls' } };
    const told = await go(request, 'SURVIVOR_NOTIFIED', tried);
    expect(await rule(go(told, 'DECIDED'))).toBe('request-decision');
    const ended = await go(await go(told, 'DECIDED', { decision: 'We object' }), 'NOTHING_PRODUCED');
    const closed = await go(ended, 'CLOSED');
    expect(await rule(go(closed, null))).toBe('request-over');
  });
});

describe('scenario §24 no. 7: what a court ordered', () => {
  const ordered = { categories: ['NAME' as const, 'CASE_NOTES' as const], from: '2026-04-01', to: '2026-04-30' };
  const producible = (request: StoredLegalRequest) =>
    office.vault.ask('legalRequest.producible', { requestId: request.id, ...ordered });
  const prepare = async (request: StoredLegalRequest, masks: string[] = []) =>
    office.vault.ask('legalRequest.prepare', {
      requestId: request.id,
      basedOn: request.revision,
      ...ordered,
      masks: masks.map((lineId) => ({ lineId, reason: 'OTHER_PERSON' as const })),
      sha256: (await producible(request)).sha256,
    });

  beforeEach(async () => {
    await office.vault.ask('caseNote.add', aNote(maya, { happenedOn: '2026-04-10', body: 'In the ordered days.' }));
    await office.vault.ask('caseNote.add', aNote(maya, { happenedOn: '2026-04-11', body: 'About Heron.' }));
    await office.vault.ask('caseNote.add', aNote(maya, { happenedOn: '2026-03-10', body: 'Before them.' }));
  });

  it('without an order that a judge signed, or before it is decided, nothing is prepared', async () => {
    expect(await rule(prepare(await log()))).toBe('production-order');
    const early = await go(await log(), 'VALIDITY_CHECK', order);
    expect(await rule(prepare(early))).toBe('production-decided');
    const noJudge = { ...order, validity: { judgeSigned: false, found: 'A lawyer' } };
    expect(await rule(prepare(await go(await log(), 'DECIDED', noJudge)))).toBe('production-order');
  });

  it('holds the ordered parts and the notes of the ordered days, and nothing else', async () => {
    const found = JSON.stringify(await producible(await decided()));
    expect(found).toContain('Finch');
    expect(found).toContain('In the ordered days.');
    expect(found).not.toContain('Before them.');
    expect(found).not.toContain('My tooth');
  });

  it('is printed after a second person has read it, and never by one alone', async () => {
    const request = await decided();
    const lines = (await producible(request)).sections.flatMap((section) => section.lines);
    const heron = lines.find(({ value }) => value === 'About Heron.')!;
    const prepared = await prepare(request, [heron.id]);
    const of = { requestId: prepared.id, basedOn: prepared.revision };
    expect(await rule(office.vault.ask('legalRequest.produce', of))).toBe('production-approved');
    expect(await rule(office.vault.ask('legalRequest.approve', of))).toBe('production-second');
    await office.vault.signInAs('case-manager', maya);
    const [waiting] = await office.vault.ask('legalRequest.toApprove', { caseFileId: maya });
    expect(waiting).toMatchObject({ requestId: prepared.id, by: { name: 'Ana' } });
    await office.vault.ask('legalRequest.approve', of);
    office.vault.vault.close();
    await office.vault.unlock(DIRECTOR);
    const approved = await office.vault.ask('legalRequest.get', { requestId: prepared.id });
    const produced = await office.vault.ask('legalRequest.produce', { ...of, basedOn: approved.revision });
    expect(produced).toMatchObject({ state: 'LIMITED_PRODUCTION', production: { producedOn: '2026-05-01' } });
    const [line] = await office.vault.ask('disclosureLog.list', { caseFileId: maya });
    expect(line).toMatchObject({
      way: 'PRODUCTION',
      basis: { kind: 'COURT_ORDER', reference: prepared.id },
      categories: ordered.categories,
      documentSha256: produced.production?.sha256,
      survivorTold: { told: true, how: 'Told by Ana in the garden' },
    });
  });

  it('is prepared anew when the record was written on in between', async () => {
    const prepared = await prepare(await decided());
    await office.vault.ask('caseNote.add', aNote(maya, { happenedOn: '2026-04-20', body: 'Came since.' }));
    await office.vault.signInAs('case-manager', maya);
    const of = { requestId: prepared.id, basedOn: prepared.revision };
    expect(await rule(office.vault.ask('legalRequest.approve', of))).toBe('conflict');
  });
});

describe('a report that a law asks for', () => {
  const report = (change: object = {}) =>
    office.vault.ask('mandatedReport.add', {
      caseFileId: maya,
      trigger: 'CHILD_TRAFFICKING',
      law: 'State code § 11165',
      reportedTo: 'Child protection hotline',
      reportedOn: '2026-05-01',
      reportedTime: '09:40',
      content: 'A girl of 16, what she said she needs',
      categories: ['AGE'],
      reference: 'HL-204',
      told: 'BEFORE',
      toldHow: 'By Jo, with the interpreter',
      wishes: 'That Jo stays with me.',
      support: 'Jo was with her',
      ...change,
    });

  it('says why it was not safe to tell her, and has its line in the log', async () => {
    expect(await rule(report({ told: 'NOT_SAFE', toldHow: '' }))).toBe('report-told');
    expect(await rule(report({ reportedOn: '2026-05-02' }))).toBe('report-later');
    await report();
    const [line] = await office.vault.ask('disclosureLog.list', { caseFileId: maya });
    expect(line).toMatchObject({
      way: 'MANDATED_REPORT',
      basis: { kind: 'STATUTORY_MANDATE', reference: 'State code § 11165' },
      recipientName: 'Child protection hotline',
    });
    expect(await office.vault.ask('mandatedReport.list', { caseFileId: maya })).toMatchObject([
      { reference: 'HL-204' },
    ]);
  });
});
