// What every field of a form is given, and gives back.
import type { Question } from '#shared/forms/form-definition';
import type { Pronouns } from '../pronouns.ts';

export interface FieldProps {
  readonly question: Question;
  /** Stable id of the first control, so that unlocking finds the way back to it. */
  readonly id: string;
  /** The id of the question's words, for aria-labelledby. */
  readonly labelId: string;
  readonly value: unknown;
  /** Undefined takes the answer away. */
  readonly onValue: (value: unknown) => void;
  readonly pronouns: Pronouns;
}

export const fieldId = (questionId: string): string => `q-${questionId}`;
