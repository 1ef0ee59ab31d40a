// What she told once, by the question of a form it answers. Where two facts meet on one question, the careful one counts.
import type { WireError } from '#shared/contract/errors';
import type { FormId } from '#shared/forms/form-definition';
import type { CaseFileId } from '#shared/ids';
import { useRead } from '../api/use-vault.ts';
import type { ToldFact, ToldFacts } from '../forms/told-question.tsx';

interface Told {
  /** Undefined until the vault has said: a question must not show for a moment and then be gone. */
  readonly facts: ToldFacts | undefined;
  readonly error: WireError | null;
}

export function useTold(caseFileId: CaseFileId, form: FormId): Told {
  const told = useRead('caseNote.toldOnce', { caseFileId });
  if (told.value === undefined) return { facts: undefined, error: told.error };
  const facts = new Map<string, ToldFact>();
  for (const { about, what, mayBeReused, toldTo, on } of told.value) {
    if (about?.form !== form || facts.get(about.question)?.mayBeReused === false) continue;
    if (!facts.has(about.question) || !mayBeReused) facts.set(about.question, { what, mayBeReused, toldTo, on });
  }
  return { facts, error: told.error };
}
