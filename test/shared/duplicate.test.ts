// domain §1: suggestions from points, only with a likeness of names, and never a merge.
import { expect, test } from 'vitest';
import {
  comparePeople,
  comparableName,
  jaroWinkler,
  namePoints,
  type PersonFacts,
  soundex,
} from '#shared/records/duplicate';

const TODAY = '2026-03-02';
const person = (name: string, facts: Partial<PersonFacts> = {}): PersonFacts => ({
  names: [name],
  born: null,
  languages: [],
  nationalities: [],
  ...facts,
});
const bornIn = (year: number): Partial<PersonFacts> => ({ born: { precision: 'year', year } });
const born = (date: string): Partial<PersonFacts> => ({ born: { precision: 'exact', date } });
const compare = (a: PersonFacts, b: PersonFacts) => comparePeople(a, b, TODAY);

test('domain §1: identical name alone is 4 points and is suggested', () => {
  expect(compare(person('Amina Banda'), person('amina  BANDA'))).toEqual({ points: 4, suggest: true });
});
test('domain §1: similar name and the same age band are 4 points and are suggested', () => {
  expect(compare(person('Amina', born('1989-05-01')), person('Amina K.', born('1994-02-01')))).toEqual({
    points: 4,
    suggest: true,
  });
});
test('domain §1: similar name alone is 3 points and stays silent', () => {
  expect(compare(person('Amina'), person('Amina K.'))).toEqual({ points: 3, suggest: false });
});
test('domain §1: birthday, language and nationality without a name are 4 points and stay silent', () => {
  const facts = { ...born('1990-05-17'), languages: ['yor'], nationalities: ['NG'] };
  expect(compare(person('Grace', facts), person('Thuy', facts))).toEqual({ points: 4, suggest: false });
});

test('years next to each other count, years far apart in two bands do not', () => {
  expect(compare(person('Amina', bornIn(1990)), person('Amina K.', bornIn(1991))).points).toBe(4);
  expect(compare(person('Amina', bornIn(1990)), person('Amina K.', bornIn(2001))).points).toBe(3);
});

test('spelling, script and order of names do not hide a person', () => {
  const points = (a: string, b: string) => namePoints(comparableName(a), comparableName(b));
  expect(points('Nguyễn Thị Hoa', 'nguyen thi hoa')).toBe(4);
  expect(points('Kovalenko Oksana', 'Oksana Kovalenko')).toBe(4);
  expect(points('Оксана Коваленко', 'Oksana Kovalenko')).toBe(4);
  expect(points('فاطمة', 'Fatima')).toBe(3);
  expect(points('Marguerite Oyelaran', 'Margerite Oyelaran')).toBe(3);
  expect(points('Rupert Smyth', 'Robert Smith')).toBe(3);
  expect(points('Amina', 'Joseph')).toBe(0);
  expect(points('', '')).toBe(0);
});

test('the likeness and the sound are the published ones', () => {
  expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4);
  expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.8133, 4);
  expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 4);
  expect(['robert', 'rupert', 'ashcraft', 'tymczak', 'pfister', 'honeyman'].map(soundex)).toEqual([
    'r163',
    'r163',
    'a261',
    't522',
    'p236',
    'h555',
  ]);
});
