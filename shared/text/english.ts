// English, the language every other one is checked against. One line per feature; each feature's words are in its file.
import { errors } from './en/errors.ts';
import { pronouns } from './en/pronouns.ts';
import { save } from './en/save.ts';
import { session } from './en/session.ts';
import { setup } from './en/setup.ts';
import { shell } from './en/shell.ts';
import { words } from './en/words.ts';

export const english = { errors, pronouns, save, session, setup, shell, words } as const;
