// What the kept case takes over, and that giving it back leaves exactly what was there and what was written since.
import { expect, test } from 'vitest';
import { CaseFile } from '#shared/records/case-file';
import { newContactMethod } from '#shared/records/safe-contact';
import { mergeRefusal, whatIsTaken, withoutTaken, withTaken } from '#shared/records/same-person-rules';

const person = (change: Partial<CaseFile> = {}): CaseFile => ({
  ...CaseFile.parse({
    nameUsed: 'Amina',
    pronouns: '',
    aliases: [],
    languages: ['Swahili'],
    goodToKnow: [],
    workerId: null,
    caseNumber: '7K2-F9Q',
    openedOn: '2026-03-02',
    openedAt: 1,
    openedBy: '01920000-0000-7000-8000-000000000001',
    status: 'ACTIVE',
    closing: null,
    confidentialityNotice: { told: 'NOT_YET', reason: 'REST' },
    safeContact: { identifyAs: '', methods: [], doNotContact: [], confirmedOn: null },
  }),
  ...change,
});
const text = { ...newContactMethod, value: '600 123 456', safe: 'YES' as const, voicemail: 'YES' as const };
const earlier = person({
  nameUsed: 'Amina K.',
  pronouns: 'she',
  aliases: [{ text: 'أمينة', use: 'DOCUMENT', safeToSayAloud: false }],
  languages: ['swahili', 'French'],
  goodToKnow: [{ kind: 'allergy', words: 'Peanuts.' }],
  safeContact: { identifyAs: 'Mia', methods: [text], doNotContact: ['Her uncle'], confirmedOn: '2025-01-02' },
});

test('what the kept case lacks is taken, each thing once, and a way to reach her as not known', () => {
  const taken = whatIsTaken(person(), earlier);
  expect(taken).toEqual({
    aliases: [
      { text: 'Amina K.', use: 'OTHER', safeToSayAloud: true },
      { text: 'أمينة', use: 'DOCUMENT', safeToSayAloud: false },
    ],
    languages: ['French'],
    goodToKnow: [{ kind: 'allergy', words: 'Peanuts.' }],
    methods: [{ ...text, safe: 'UNKNOWN', voicemail: 'UNKNOWN' }],
    doNotContact: ['Her uncle'],
    pronouns: 'she',
    gender: '',
    identifyAs: 'Mia',
  });
  expect(withTaken(person(), taken).safeContact.confirmedOn).toBeNull();
  expect(whatIsTaken(person({ pronouns: 'they' }), earlier).pronouns).toBe('');
});

test('given back, the kept case is what it was', () => {
  const kept = person({
    aliases: [{ text: 'Mimi', use: 'NICKNAME', safeToSayAloud: true }],
    languages: ['Swahili', 'Lingala'],
  });
  const taken = whatIsTaken(kept, earlier);
  expect(withTaken(kept, taken)).not.toEqual(kept);
  expect(withoutTaken(withTaken(kept, taken), taken)).toEqual(kept);
});

test('what was written since stays, and what came with the other goes also when it was changed since', () => {
  const taken = whatIsTaken(person(), earlier);
  const merged = withTaken(person(), taken);
  const since = {
    ...merged,
    pronouns: 'she/her',
    languages: [...merged.languages, 'Arabic'],
    aliases: merged.aliases
      .map((alias) => ({ ...alias, safeToSayAloud: true }))
      .concat({ text: 'Nia', use: 'CHOSEN', safeToSayAloud: true }),
    safeContact: {
      ...merged.safeContact,
      methods: merged.safeContact.methods.map((method) => ({ ...method, safe: 'YES' as const })),
    },
  };
  expect(withoutTaken(since, taken)).toEqual(
    person({
      pronouns: 'she/her',
      languages: ['Swahili', 'Arabic'],
      aliases: [{ text: 'Nia', use: 'CHOSEN', safeToSayAloud: true }],
    }),
  );
});

test('there is room for no more than a case holds, and what found none is not taken out either', () => {
  const languages = Array.from({ length: 19 }, (_, at) => `language ${at}`);
  const kept = person({ languages });
  const taken = whatIsTaken(kept, person({ languages: ['French', 'Dari'] }));
  expect(taken.languages).toEqual(['French']);
  expect(withoutTaken(withTaken(kept, taken), taken)).toEqual(kept);
});

test('two records are made one with her yes alone, and only where that leaves nothing in the air', () => {
  const yes = { answer: 'AGREES', isPart: false, isApart: false, keptIsOpen: true, otherIsOpen: true } as const;
  expect(mergeRefusal(yes)).toBeNull();
  expect(mergeRefusal({ ...yes, answer: 'NOT_ASKED' })).toBe('merge-agrees');
  expect(mergeRefusal({ ...yes, answer: 'WANTS_SEPARATE' })).toBe('merge-agrees');
  expect(mergeRefusal({ ...yes, isPart: true })).toBe('merge-part');
  expect(mergeRefusal({ ...yes, isApart: true })).toBe('merge-apart');
  expect(mergeRefusal({ ...yes, keptIsOpen: false })).toBe('merge-closed');
  expect(mergeRefusal({ ...yes, keptIsOpen: false, otherIsOpen: false })).toBeNull();
});
