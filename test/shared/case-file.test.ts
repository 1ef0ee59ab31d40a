import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '#shared/answers';
import { intakeV1 } from '#shared/forms/intake/v1';
import { StaffMemberId } from '#shared/ids';
import { CASE_NUMBER_ALPHABET, CaseNumber, caseNumberFrom, readCaseNumber } from '#shared/records/case-number';
import { picklists } from '#shared/htcds/picklists';
import {
  DecidedBy,
  htcdsDecidedBy,
  htcdsStatus,
  traffickingFromHtcds,
  TraffickingStatus,
} from '#shared/records/case-origin';
import { CaseStatus, goesAwayOn, isOpen, mayBecome } from '#shared/records/case-status';
import { caseFactsAfterIntake } from '#shared/records/intake';
import {
  cautionLines,
  type ContactMethod,
  newContactMethod,
  noSafeContact,
  shouldReconfirm,
} from '#shared/records/safe-contact';
import { draftOperations, DraftTarget, targetKey, targetOf } from '#shared/records/draft';

const ana = StaffMemberId.parse('018f0000-0000-7000-8000-000000000001');

describe('domain §1: case numbers', () => {
  it('use 24 signs, none mistaken for another, and no vowel', () => {
    expect(new Set(CASE_NUMBER_ALPHABET).size).toBe(24);
    expect(CASE_NUMBER_ALPHABET).not.toMatch(/[01ILOSZ58AEIU]/);
    expect(
      Array.from(CASE_NUMBER_ALPHABET).every(
        (sign) => CaseNumber.safeParse(`${sign}${sign}${sign}-${sign}${sign}${sign}`).success,
      ),
    ).toBe(true);
  });
  it('refuse every sign outside the alphabet', () => {
    for (let code = 32; code < 127; code += 1) {
      const sign = String.fromCharCode(code);
      expect(CaseNumber.safeParse(`${sign}BB-BBB`).success).toBe(CASE_NUMBER_ALPHABET.includes(sign));
    }
  });
  it('make every sign equally likely: each comes from exactly ten byte values', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 240; byte += 1) {
      const sign = caseNumberFrom(new Uint8Array(6).fill(byte)).charAt(0);
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 24 }, () => 10));
    expect(() => caseNumberFrom(new Uint8Array(16).fill(240))).toThrow(RangeError);
  });
  it('are read back however they were typed', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }).filter((bytes) => bytes.filter((b) => b < 240).length >= 6),
        (bytes) => {
          const number = caseNumberFrom(bytes);
          expect(readCaseNumber(` ${number.toLowerCase().replace('-', ' ')} `)).toBe(number);
        },
      ),
    );
    expect(readCaseNumber('Heron')).toBeNull();
    expect(readCaseNumber('7K2-F9')).toBeNull();
    expect(readCaseNumber('7K2-F9Q1')).toBeNull();
  });
});

describe('domain §1: case states', () => {
  it('go INQUIRY, INTAKE, ACTIVE, FOLLOW_UP, CLOSED, REOPENED, ACTIVE', () => {
    const way = ['INQUIRY', 'INTAKE', 'ACTIVE', 'FOLLOW_UP', 'CLOSED', 'REOPENED', 'ACTIVE'] as const;
    way.slice(1).forEach((to, at) => expect(mayBecome(way[at]!, to)).toBe(true));
  });
  it('a closed case only opens again, and every open one can close', () => {
    expect(CaseStatus.options.filter((to) => mayBecome('CLOSED', to))).toEqual(['REOPENED']);
    expect(CaseStatus.options.filter(isOpen).every((from) => mayBecome(from, 'CLOSED'))).toBe(true);
    expect(CaseStatus.options.some((same) => mayBecome(same, same))).toBe(false);
  });
  it('nothing becomes an enquiry again, and no state is a dead end', () => {
    expect(CaseStatus.options.filter((from) => mayBecome(from, 'INQUIRY'))).toEqual([]);
    expect(CaseStatus.options.filter((from) => CaseStatus.options.every((to) => !mayBecome(from, to)))).toEqual([]);
  });
  it('an enquiry goes away 30 days after it was opened; a case does not', () => {
    expect(goesAwayOn({ status: 'INQUIRY', openedOn: '2026-03-02' })).toBe('2026-04-01');
    expect(goesAwayOn({ status: 'INTAKE', openedOn: '2026-03-02' })).toBeNull();
  });
  it('trafficking status and who decided have the codes of the standard, and are read back from them', () => {
    for (const status of TraffickingStatus.options)
      for (const decidedBy of DecidedBy.options)
        expect(traffickingFromHtcds(htcdsStatus[status], htcdsDecidedBy[decidedBy] ?? undefined)).toEqual({
          status,
          decidedBy,
        });
    const codes = picklists.traffickingStatus.map(([code]) => code as string);
    expect(Object.values(htcdsStatus).every((code) => codes.includes(code))).toBe(true);
    const deciders = picklists.traffickingStatusDecisionMakingOrg.map(([code]) => code as string);
    expect(Object.values(htcdsDecidedBy).filter((code) => code !== null)).toEqual(deciders);
    expect(traffickingFromHtcds('Maybe', undefined)).toBeNull();
  });
});

describe('domain §2: safe contact', () => {
  const call: ContactMethod = {
    ...newContactMethod,
    way: 'CALL',
    value: '+34 600 000 000',
    safe: 'NO',
    sharedWith: 'room-mate',
    caution: 'do not say where you call from',
  };
  const anyTime = { when: '', days: [], hours: null };
  it('shows voicemail beside calls and never the number', () => {
    const lines = cautionLines({ ...noSafeContact, methods: [call] });
    expect(lines).toEqual([
      { ...anyTime, way: 'CALL', safe: 'NO', sharedWith: 'room-mate', caution: 'do not say where you call from' },
      { ...anyTime, way: 'VOICEMAIL', safe: 'UNKNOWN', sharedWith: '', caution: '' },
    ]);
    expect(JSON.stringify(lines)).not.toContain('600');
  });
  it('asks again after 30 days', () => {
    expect(shouldReconfirm({ ...noSafeContact, confirmedOn: '2026-03-02' }, '2026-03-31')).toBe(false);
    expect(shouldReconfirm({ ...noSafeContact, confirmedOn: '2026-03-02' }, '2026-04-01')).toBe(true);
    expect(shouldReconfirm(noSafeContact, '2026-04-01')).toBe(true);
  });
});

describe('what an intake tells the case', () => {
  const facts = {
    confidentialityNotice: { told: 'NOT_YET' as const, reason: 'JUST_OPENED' as const },
    pronouns: '',
    languages: [],
    goodToKnow: [{ kind: 'other' as const, words: 'Knock twice' }],
    safeContact: noSafeContact,
  };
  const said = (value: unknown): Answers[string] => ({
    state: 'ANSWERED',
    value: value as string,
    source: 'EXPRESSED',
    recordedAt: 1,
    recordedBy: ana,
  });
  const after = (before: Answers, answers: Answers, from: Parameters<typeof caseFactsAfterIntake>[0] = facts) =>
    caseFactsAfterIntake(from, { form: intakeV1, before, after: answers }, '2026-03-02');

  it('fills the facts the house needs from the answers', () => {
    const told = after(
      {},
      {
        languages: said('Spanish, some English'),
        allergy: said('Nuts'),
        'access-needs': said(['fridge', 'step-free']),
        'identify-as': said('Mia from the library'),
        'confidentiality-notice': said('yes'),
        medicine: said('insulin'),
        nationality: said('Peru'),
      },
    );
    expect(told).toEqual({
      confidentialityNotice: { told: 'YES', on: '2026-03-02' },
      pronouns: '',
      languages: ['Spanish', 'some English'],
      goodToKnow: [
        { kind: 'other', words: 'Knock twice' },
        { kind: 'allergy', words: 'Nuts' },
        { kind: 'access', words: 'No stairs. A place in the fridge' },
      ],
      safeContact: { ...noSafeContact, identifyAs: 'Mia from the library', confirmedOn: '2026-03-02' },
    });
    expect(JSON.stringify(told)).not.toMatch(/insulin|Peru/);
  });
  it('does not undo what was put right elsewhere since', () => {
    const first: Answers = { languages: said('Spanish') };
    const corrected = { ...facts, languages: ['Quechua'] };
    expect(after(first, { ...first, allergy: said('Nuts') }, corrected).languages).toEqual(['Quechua']);
  });
  it('takes a fact away when she would rather not say after all', () => {
    const before: Answers = { allergy: said('Nuts') };
    const told = { ...facts, goodToKnow: [{ kind: 'allergy' as const, words: 'Nuts' }] };
    expect(after(before, { allergy: { state: 'DECLINED', recordedAt: 2, recordedBy: ana } }, told).goodToKnow).toEqual(
      [],
    );
    expect(after(before, {}, told).goodToKnow).toEqual([]);
  });
  it('domain §0: the notice is told, or not yet with a reason', () => {
    const notYet = { 'confidentiality-notice': said('not-yet') };
    expect(after({}, notYet).confidentialityNotice).toEqual({ told: 'NOT_YET', reason: 'OTHER' });
    const because = { ...notYet, 'confidentiality-not-yet': said('interpreter') };
    expect(after(notYet, because).confidentialityNotice).toEqual({ told: 'NOT_YET', reason: 'INTERPRETER' });
  });
});

describe('drafts', () => {
  const id = '018f0000-0000-7000-8000-000000000009';
  it('are bound to one record: the key reads back as the target', () => {
    for (const target of [
      { kind: 'intake', caseFileId: id },
      { kind: 'safety-plan', caseFileId: id, recordId: id },
      { kind: 'case-file' },
    ]) {
      const parsed = DraftTarget.parse(target);
      expect(targetOf(targetKey(parsed))).toEqual(parsed);
    }
    expect(() => targetOf('not/a/key')).toThrow();
  });
  it('hold 200,000 characters and no more', () => {
    const fits = (length: number) =>
      draftOperations.save.request.safeParse({ target: { kind: 'intake' }, body: 'x'.repeat(length) }).success;
    expect(fits(199_998)).toBe(true);
    expect(fits(199_999)).toBe(false);
  });
});
