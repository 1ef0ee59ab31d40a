// Which part of a form to open: where the writing stopped, whether it stopped a minute or a week ago.
import type { Answers } from '#shared/answers';
import type { FormDefinition } from '#shared/forms/form-definition';
import { fieldId } from './field.ts';

/** `at` is the field a kept draft was written in; without a draft the newest saved answer decides. */
export function whereStopped(form: FormDefinition, at: string, saved: Answers): string | undefined {
  const written = form.sections.find(({ questions }) =>
    questions.some(({ id }) => fieldId(id) === at || at.startsWith(`${fieldId(id)}-`)),
  );
  if (written !== undefined) return written.id;
  const newest = Object.values(saved).reduce((latest, answer) => Math.max(latest, answer.recordedAt), -1);
  return form.sections.findLast(({ questions }) => questions.some(({ id }) => saved[id]?.recordedAt === newest))?.id;
}
