// domain §16, class by class: ways to reach her at exit, clinical records of minors, training of who left, the lines of History. What
// is due is listed by number, two people sign, each thing has its certificate, and a hold keeps it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseFileId } from '#shared/ids';
import { emptyExit, ExitItem, type ExitWritten } from '#shared/records/case-exit';
import type { Certificate, RetentionRules } from '#shared/records/retention';
import { verifyChain } from '../../electron/vault/audit/chain.ts';
import { aNote, aSafetyPlan, openCase, said } from '../helpers/casework.ts';
import { addMira, MIRA } from '../helpers/erasing.ts';
import { lookInside } from '../helpers/look-inside.ts';
import { bytesOutside } from '../helpers/outside-reader.ts';
import { passphraseOf } from '../helpers/passphrases.ts';
import { unsafeTalk } from '../helpers/unsafe-talk.ts';
import { DIRECTOR, newVault, outcome, ruleOf, type TestVault } from '../helpers/vault.ts';

const NUMBER = 'quillwort 555 0199';

let vault: TestVault;
beforeEach(async () => {
  vault = await newVault('2026-06-01T09:00');
  await addMira(vault);
});
afterEach(() => vault.remove());

interface What {
  readonly caseFileIds?: CaseFileId[];
  readonly contactOf?: CaseFileId[];
  readonly toldOf?: CaseFileId[];
}
const run = (what: What = {}): Promise<Certificate[]> =>
  vault.ask('retention.run', { caseFileIds: [], contactOf: [], toldOf: [], reason: 'RULE', second: MIRA, ...what });
const preview = () => vault.ask('retention.preview', {});
const due = async () => (await preview()).cases.map((one) => [one.class, one.ruleOn, one.isDue]);
const inFiles = (word: string): boolean => bytesOutside(vault.dataDir, DIRECTOR).includes(word);

async function withContact(name = 'Maya'): Promise<CaseFileId> {
  const caseFileId = await openCase(vault, name);
  const { revision } = await vault.ask('caseFile.get', { caseFileId });
  const method = { way: 'TEXT' as const, value: NUMBER, safe: 'YES' as const, when: '', caution: '' };
  const contact = { identifyAs: 'Mia', methods: [{ ...method, voicemail: 'NO' as const }] };
  await vault.ask('caseFile.saveSafeContact', { caseFileId, basedOn: revision, safeContact: contact });
  await vault.ask('safetyPlan.save', aSafetyPlan(caseFileId));
  const sealed = { caseFileId, basedOn: 0, formVersion: 1, answers: { 'code-word': said('pangolinium') } };
  await vault.ask('safetyPlan.saveSealed', sealed);
  return caseFileId;
}
const list = Object.fromEntries(ExitItem.options.map((item) => [item, { state: 'DONE' as const, why: '' }]));
async function leaves(caseFileId: CaseFileId, followUp: ExitWritten['followUp'] = emptyExit.followUp): Promise<void> {
  const on = new Date(vault.clock.now).toISOString().slice(0, 10);
  const exit = { ...emptyExit, on, reason: 'MOVED_ON_BY_CHOICE' as const, destination: '410' as const };
  const saved = await vault.ask('caseExit.save', {
    caseFileId,
    basedOn: 0,
    exit: { ...exit, checklist: list, followUp },
  });
  await vault.ask('caseExit.finish', { caseFileId, basedOn: saved.revision });
}
const agreed = { answer: 'YES' as const, rules: `Text ${NUMBER} on weekdays`, until: '2026-12-17' };

describe('§16: safe contact and sealed words, at exit unless she agreed to be asked', () => {
  it('are due on the day of leaving without her yes; until then nothing is', async () => {
    const maya = await withContact();
    vault.clock.set('2026-06-20T10:00');
    expect(await due()).toEqual([]);
    await leaves(maya);
    expect(await due()).toEqual([['CONTACT', '2026-06-20', true]]);
    expect([inFiles(NUMBER), inFiles('pangolinium')]).toEqual([true, true]);
    const certificates = await run({ contactOf: [maya] });
    expect(certificates).toMatchObject([{ class: 'CONTACT', reason: 'RULE', counts: { CONTACT: 1, SAFETY_PLAN: 1 } }]);
    expect([inFiles(NUMBER), inFiles('pangolinium')]).toEqual([false, false]);
    const { safeContact, nameUsed } = await vault.ask('caseFile.get', { caseFileId: maya });
    expect([safeContact.methods, nameUsed]).toEqual([[], 'Maya']);
    expect(await due()).toEqual([]);
    await vault.ask('session.checkVault', {});
  });

  it('with her yes until 2026-12-17 they stay for the time of asking, and are due on 12-18 or when the case closes before', async () => {
    const maya = await withContact();
    vault.clock.set('2026-06-20T10:00');
    await leaves(maya, agreed);
    expect(await due()).toEqual([]);
    vault.clock.set('2026-12-17T10:00');
    expect(await due()).toEqual([['CONTACT', '2026-12-18', false]]);
    expect(await ruleOf(run({ contactOf: [maya] }))).toBe('erase-not-due');
    vault.clock.set('2026-12-18T10:00');
    expect(await due()).toEqual([['CONTACT', '2026-12-18', true]]);
    await run({ contactOf: [maya] });
    expect(inFiles(NUMBER)).toBe(false);

    const early = await withContact('Ines');
    await leaves(early, { ...agreed, until: '2027-06-16' });
    vault.clock.set('2027-01-10T10:00');
    await vault.ask('caseFile.close', { caseFileId: early, reason: 'GOALS_MET' });
    expect(await due()).toEqual([['CONTACT', '2027-01-10', true]]);
  });

  it('a hold keeps them, and a house may keep them some days longer', async () => {
    const maya = await withContact();
    await leaves(maya);
    await vault.ask('legalHold.place', { caseFileId: maya, reason: 'A trial', authority: 'District court' });
    expect((await preview()).cases).toMatchObject([{ class: 'CONTACT', isDue: false, eligibleOn: null }]);
    expect(await ruleOf(run({ contactOf: [maya] }))).toBe('hold-stands');
    const [hold] = await vault.ask('legalHold.list', { caseFileId: maya });
    await vault.ask('legalHold.end', { id: hold!.id, basedOn: hold!.revision, why: 'Over' });
    const { revision, ...rules } = await vault.ask('retention.rules', {});
    await vault.ask('retention.saveRules', { ...rules, CONTACT: 7, basedOn: revision });
    expect(await due()).toEqual([['CONTACT', '2026-06-08', false]]);
  });

  it('what is written to reach her after that stays', async () => {
    const maya = await withContact();
    await leaves(maya);
    await run({ contactOf: [maya] });
    await vault.ask('caseFile.reopen', { caseFileId: maya, why: 'Closed by mistake' });
    const { revision } = await vault.ask('caseFile.get', { caseFileId: maya });
    const method = { way: 'TEXT' as const, value: '555 0100', safe: 'YES' as const, when: '', caution: '' };
    const contact = { identifyAs: '', methods: [{ ...method, voicemail: 'NO' as const }] };
    await vault.ask('caseFile.saveSafeContact', { caseFileId: maya, basedOn: revision, safeContact: contact });
    vault.vault.close();
    await vault.unlock();
    expect((await vault.ask('caseFile.get', { caseFileId: maya })).safeContact.methods).toHaveLength(1);
  });
});

describe('§16: clinical records of minors, per statute', () => {
  /** Born 2010-05-04, so of age on 2028-05-04. */
  async function kit(withScreen = true): Promise<CaseFileId> {
    const caseFileId = await openCase(vault, 'Kit');
    const born = { 'born-on': said({ precision: 'exact', date: '2010-05-04' }) };
    await vault.ask('intake.save', { caseFileId, basedOn: 0, formVersion: 1, answers: born });
    await vault.ask('caseNote.add', aNote(caseFileId, { body: 'marzipanic' }));
    await unsafeTalk(vault, caseFileId);
    if (withScreen) await screen(caseFileId);
    await vault.ask('caseFile.close', { caseFileId, reason: 'GOALS_MET' });
    return caseFileId;
  }
  const screen = (caseFileId: CaseFileId) =>
    vault.ask('screening.save', {
      caseFileId,
      instrumentId: 'phq-2',
      instrumentVersion: 1,
      doneOn: '2026-06-01',
      given: { entry: 'items', gate: null, answers: [0, 1] },
      ageSaid: true,
    });
  const say = async (change: Partial<RetentionRules>) => {
    const { revision, ...rules } = await vault.ask('retention.rules', {});
    await vault.ask('retention.saveRules', { ...rules, ...change, basedOn: revision });
  };

  it('no figure is suggested: until the house has said what the law asks, the case waits and says why', async () => {
    const caseFileId = await kit();
    expect((await vault.ask('retention.rules', {})).MINORS).toBeNull();
    vault.clock.set('2027-06-01T09:00');
    expect((await preview()).cases.filter((one) => one.class === 'CASE')).toMatchObject([
      { because: 'LAW', isDue: false, eligibleOn: null, ruleOn: '2027-06-01' },
    ]);
    expect(await ruleOf(run({ caseFileIds: [caseFileId] }))).toBe('erase-not-due');
  });

  it('a figure of 1,095 days keeps the case until three years after the 18th birthday; what was told goes on its own day', async () => {
    const caseFileId = await kit();
    await say({ MINORS: 1_095 });
    vault.clock.set('2027-06-01T09:00');
    const [told] = (await preview()).cases;
    expect(told).toMatchObject({ class: 'TOLD', ruleOn: '2027-06-01', isDue: true });
    expect(inFiles('marzipanic')).toBe(true);
    expect(await run({ toldOf: [caseFileId] })).toMatchObject([{ class: 'TOLD', counts: { NOTES: 1 } }]);
    expect(inFiles('marzipanic')).toBe(false);
    const { records } = await vault.ask('session.checkVault', {});
    expect(records).toMatchObject({ screening: 1, 'case-file': 1, 'case-note': 0, intake: 1, conversation: 1 });
    vault.clock.set('2031-05-03T09:00');
    expect((await preview()).cases).toMatchObject([
      { class: 'CASE', because: 'MINORS', ruleOn: '2031-05-04', isDue: false },
    ]);
    vault.clock.set('2031-05-04T09:00');
    expect(await run({ caseFileIds: [caseFileId] })).toMatchObject([{ class: 'CASE' }]);
    expect((await vault.ask('session.checkVault', {})).records).toMatchObject({ screening: 0, 'case-file': 0 });
  });

  it('her wish does not take them while the law keeps them, and takes the rest', async () => {
    const caseFileId = await kit();
    const request = await vault.ask('rightsRequest.receive', {
      caseFileId,
      kind: 'ERASE',
      receivedOn: '2026-06-01',
      words: '',
      askedBy: { who: 'SELF' },
      timing: 'POLICY',
    });
    await vault.ask('rightsRequest.checkIdentity', { requestId: request.id, basedOn: 1, how: 'IN_PERSON' });
    const wish = { caseFileId, requestId: request.id, recordIds: [], second: MIRA };
    expect(await vault.ask('retention.parts', { caseFileId })).toContainEqual({
      category: 'CLINICAL',
      count: 1,
      isKept: 'LAW',
    });
    expect(await ruleOf(vault.ask('retention.erasePart', { ...wish, categories: ['CLINICAL'] }))).toBe('erase-law');
    expect(await outcome(vault.ask('retention.erasePart', { ...wish, categories: ['NOTES'] }))).toBe('ok');
  });

  it('a minor without clinical records, and an adult, follow the rule of every case', async () => {
    await kit(false);
    vault.clock.set('2027-06-01T09:00');
    expect((await preview()).cases).toMatchObject([{ class: 'CASE', because: 'RULE', isDue: true }]);
  });
});

describe('§16: staff training, employment + 3 y', () => {
  it('goes three years after a colleague left, with a certificate of its own; her name stays', async () => {
    const noor = { signInName: 'noor', passphrase: passphraseOf('noor') };
    const { id } = await vault.ask('staffMember.add', { name: 'Noor', role: 'case-manager', ...noor });
    const course = { courseCode: 'DATA', on: '2026-05-01', hours: 2, provider: 'Clinic A', evidence: 'folder 3' };
    await vault.ask('training.complete', { staffMemberId: id, ...course });
    await vault.ask('staffMember.disable', { id });
    vault.clock.set('2029-05-30T09:00');
    expect((await preview()).lines.TEAM).toBe(0);
    vault.clock.set('2029-05-31T09:00');
    expect((await preview()).lines.TEAM).toBeGreaterThan(0);
    expect((await run()).map((one) => one.class)).toEqual(['TEAM']);
    expect((await preview()).lines.TEAM).toBe(0);
    expect((await vault.ask('session.checkVault', {})).records).toMatchObject({ 'course-completion': 0 });
    expect((await vault.ask('staffMember.list', {})).map(({ name }) => name)).toContain('Noor');
  });
});

describe('§16: audit log, 6 y', () => {
  const entriesAbout = (caseFileId: string) =>
    lookInside(
      vault.dataDir,
      ({ db }) =>
        db.get<{ n: number }>('SELECT count(*) AS n FROM audit_entry WHERE case_file_id = ? OR record_id = ?', [
          caseFileId,
          caseFileId,
        ])!.n,
    );
  async function erasedLongAgo(): Promise<CaseFileId> {
    const maya = await openCase(vault, 'Maya');
    await vault.ask('caseNote.add', aNote(maya));
    await vault.ask('retention.run', { caseFileIds: [maya], reason: 'WISH', second: MIRA });
    return maya;
  }

  it('lines that nothing needs go after 2,190 days; the chain still proves what stays, and what is still here stays in it', async () => {
    const heron = await openCase(vault, 'Heron');
    const maya = await erasedLongAgo();
    vault.clock.set('2032-05-29T09:00');
    expect((await preview()).lines.HISTORY).toBe(0);
    vault.clock.set('2032-05-31T09:00');
    expect((await preview()).lines.HISTORY).toBeGreaterThan(3);
    const [certificate] = await run();
    expect(certificate).toMatchObject({ class: 'HISTORY', reason: 'RULE' });
    const report = await vault.ask('session.checkVault', {});
    expect(report.records).toMatchObject({ 'case-file': 1 });
    vault.vault.close();
    expect(await entriesAbout(maya)).toBe(0);
    expect(await entriesAbout(heron)).toBeGreaterThan(0);
    expect(bytesOutside(vault.dataDir, DIRECTOR).includes(maya)).toBe(false);
    await vault.unlock();
    expect((await vault.ask('session.checkVault', {})).entries).toBeGreaterThanOrEqual(report.entries);
    expect(await outcome(vault.ask('session.wayBack', {}))).toBe('ok');
  });

  it('goes on from run to run, years apart', async () => {
    for (const year of [2032, 2039, 2046]) {
      await erasedLongAgo();
      vault.clock.set(`${year}-07-01T09:00`);
      expect((await run()).map((one) => one.class)).toEqual(['HISTORY']);
      await vault.ask('session.checkVault', {});
      vault.vault.close();
      await vault.unlock();
    }
  });

  it('what a hold is about stays', async () => {
    const maya = await openCase(vault, 'Maya');
    const note = await vault.ask('caseNote.add', aNote(maya));
    await vault.ask('legalHold.place', { caseFileId: maya, reason: 'A trial', authority: 'District court' });
    vault.clock.set('2033-07-01T09:00');
    await run();
    vault.vault.close();
    expect(await entriesAbout(maya)).toBeGreaterThan(1);
    await vault.unlock();
    expect(note.id).toBeDefined();
  });

  it('a year at least: whoever looks where they should not cannot let it be forgotten at once', async () => {
    const { revision, ...rules } = await vault.ask('retention.rules', {});
    const request = { ...rules, HISTORY: 30, basedOn: revision };
    expect(await outcome(vault.ask('retention.saveRules', request))).toBe('invalid-request');
  });

  it('a line that was emptied without a word, and one that came back, are damage', async () => {
    await erasedLongAgo();
    vault.vault.close();
    const emptyOne = `UPDATE audit_entry SET at = 0, staff_id = NULL, action = '', record_kind = NULL, record_id = NULL,
      revision = NULL, case_file_id = NULL, body_hash = NULL, detail = '' WHERE seq = 2`;
    const verdict = (sql: string) =>
      lookInside(vault.dataDir, (inside) => {
        let found = 'ok';
        const undo = new Error('undo');
        try {
          inside.db.transaction(() => {
            inside.db.exec('DROP TRIGGER audit_entry_is_final');
            inside.db.exec(sql);
            try {
              verifyChain(inside.db, () => inside.keys.auditMac);
            } catch (error) {
              found = (error as { code: string }).code;
            }
            throw undo;
          });
        } catch (error) {
          if (error !== undo) throw error;
        }
        return found;
      });
    expect(await verdict('SELECT 1')).toBe('ok');
    expect(await verdict(emptyOne)).toBe('vault-damaged');
    const before = await lookInside(vault.dataDir, ({ db }) =>
      db.all<{ seq: number; action: string }>('SELECT seq, action FROM audit_entry ORDER BY seq'),
    );
    await vault.unlock();
    vault.clock.set('2032-07-01T09:00');
    await run();
    vault.vault.close();
    const gone = await lookInside(vault.dataDir, ({ db }) =>
      db.all<{ seq: number }>("SELECT seq FROM audit_entry WHERE action = '' ORDER BY seq"),
    );
    const [one] = gone;
    const action = before.find(({ seq }) => seq === one?.seq)?.action ?? '';
    expect(await verdict(`UPDATE audit_entry SET action = '${action}' WHERE seq = ${one?.seq ?? 0}`)).toBe(
      'vault-damaged',
    );
    await vault.unlock();
  });
});
