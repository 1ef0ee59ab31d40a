import { describe, expect, it } from 'vitest';
import { CaseFileId } from '#shared/ids';
import type { z } from 'zod';
import { correctionRefusal, NewCaseNote, noteRefusal, Quote } from '#shared/records/case-note';

const note = (change: Partial<z.input<typeof NewCaseNote>> = {}): NewCaseNote =>
  NewCaseNote.parse({
    caseFileId: CaseFileId.parse('018f0000-0000-7000-8000-000000000001'),
    kind: 'CHECK_IN',
    happenedOn: '2026-03-04',
    notesConsent: 'YES',
    body: 'Slept until nine. Asked for the garden.',
    quotes: [],
    source: 'EXPRESSED',
    toldOnce: null,
    ...change,
  });

describe('domain §4: her words', () => {
  it('are kept letter for letter, spaces included', () => {
    const words = '  “No sé…\u200f  quizá ”\n';
    expect(Quote.parse({ words, language: 'es' }).words).toBe(words);
    expect(Quote.safeParse({ words: '   ', language: 'es' }).success).toBe(false);
  });
  it('stay in a correction as they were said; a translation may be added', () => {
    const first = { quotes: [{ words: 'Quiero coser.', language: 'es' }] };
    expect(correctionRefusal(first, note({ quotes: [] }))).toBe('note-quote-changed');
    expect(correctionRefusal(first, note({ quotes: [{ words: 'Quiero coser', language: 'es' }] }))).toBe(
      'note-quote-changed',
    );
    expect(
      correctionRefusal(
        first,
        note({
          quotes: [{ words: 'Quiero coser.', language: 'es', translation: 'I want to sew.', translator: 'Lucía' }],
        }),
      ),
    ).toBeNull();
  });
});

describe('domain §4: consent to notes', () => {
  it('without it only the kind and the day are kept', () => {
    expect(noteRefusal(note({ notesConsent: 'NO' }))).toBe('note-without-consent');
    expect(
      noteRefusal(note({ notesConsent: 'NO', body: '', toldOnce: { what: 'her travel', mayBeReused: false } })),
    ).toBe('note-without-consent');
    expect(noteRefusal(note({ notesConsent: 'NO', body: ' ' }))).toBeNull();
  });
  it('a note says something', () => {
    expect(noteRefusal(note({ body: ' \n ' }))).toBe('note-empty');
    expect(noteRefusal(note({ body: '', quotes: [{ words: 'Tea.', language: 'en' }] }))).toBeNull();
  });
});
