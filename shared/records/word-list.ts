// The word list of the language check: begins as ours, and is then the shelter's own (domain §4).
import { z } from 'zod';
import { directorOnly, noteWriters, read, write } from '../contract/operation.ts';
import { BasedOn, Revision } from './revision-mark.ts';

export const Term = z.strictObject({
  /** One spelling or several with commas. */
  find: z.string().trim().min(1).max(200),
  say: z.string().trim().min(1).max(200),
});
export const WordList = z.strictObject({ terms: z.array(Term).max(500) });
export type WordList = z.output<typeof WordList>;

/** What a new shelter starts with; any line can be changed or taken out. */
export const firstWordList: WordList = {
  terms: [
    { find: 'alleges, alleged, allegedly, claims, claimed', say: 'says, reports' },
    { find: 'admits, admitted, confessed', say: 'said' },
    { find: 'refuses, refused', say: 'chose not to, would rather not' },
    { find: 'non-compliant, noncompliant, uncooperative', say: 'chose not to, or what was in the way' },
    { find: 'prostitute, prostitutes, hooker', say: 'person exploited in commercial sex, or the person’s own word' },
    { find: 'illegal, illegals, illegal immigrant', say: 'without documents' },
    { find: 'rescued', say: 'left, was assisted' },
    { find: 'her pimp, her boyfriend, his boyfriend, their boyfriend', say: 'ask which word the person uses' },
    { find: 'hysterical, manipulative, promiscuous', say: 'what was seen or heard' },
    { find: 'frequent flyer, attention-seeking, attention seeking', say: 'what was seen or heard' },
    {
      find: 'story changed, changed her story, changed his story, changed their story',
      say: 'each statement with its date',
    },
    { find: 'absconded, ran off', say: 'left, not back as expected' },
    { find: 'victim, victims', say: 'survivor, or the person’s own word' },
  ],
};

export const wordListOperations = {
  /** Revision 0 until a director has changed it. */
  get: read(noteWriters, z.strictObject({}), z.strictObject({ ...WordList.shape, revision: BasedOn })),
  save: write(
    directorOnly,
    ['wordList'],
    z.strictObject({ ...WordList.shape, basedOn: BasedOn }),
    z.strictObject({ revision: Revision }),
  ),
};
