// Who may interpret, and for whom: pure rules over what is known of both.
import { fold } from '../fold.ts';
import type { InterpreterUse } from './conversation.ts';
import type { Interpreter } from './interpreter.ts';

/** Ties by which one unsafe interpreter speaks against another: the same village, the same people. */
const SHARED_DANGER = ['COMMUNITY', 'NETWORK'] as const;

const dangers = ({ ties }: Pick<Interpreter, 'ties'>): string[] =>
  ties
    .filter(({ kind }) => SHARED_DANGER.some((danger) => danger === kind))
    .map(({ kind, words }) => `${kind} ${fold(words).trim()}`);

/** Whether two interpreters come from one community or network. */
export function shareDanger(one: Pick<Interpreter, 'ties'>, other: Pick<Interpreter, 'ties'>): boolean {
  const known = new Set(dangers(one));
  return dangers(other).some((danger) => known.has(danger));
}

export const isVetted = ({ vettedOn, confidentialitySignedOn }: Interpreter): boolean =>
  vettedOn !== null && confidentialitySignedOn !== null;

/** `unsafe`: those who were marked unsafe in this case. */
export const mayBeOffered = (interpreter: Interpreter, unsafe: readonly Interpreter[]): boolean =>
  isVetted(interpreter) &&
  interpreter.standing === 'MAY_BE_ASKED' &&
  !unsafe.some((other) => shareDanger(interpreter, other));

export type InterpreterRefusal = 'interpreter-not-offered' | 'interpreter-not-approved' | 'interpreter-conflict';

/** Her yes, and no tie she knows of. What she was not asked about is open, and stands open in the record. */
export function useRefusal(use: Extract<InterpreterUse, { how: 'VETTED' }>): InterpreterRefusal | null {
  if (use.approved !== 'YES') return 'interpreter-not-approved';
  return Object.values(use.conflict).includes('YES') ? 'interpreter-conflict' : null;
}
