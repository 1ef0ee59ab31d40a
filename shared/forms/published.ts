// Every published form version. A record is shown for ever with the version it was answered on; none is ever edited.
import type { FormDefinition, FormId } from './form-definition.ts';
import { intakeV1 } from './intake/v1.ts';
import { safetyPlanV1 } from './safety-plan/v1.ts';
import { traffickingProfileV1 } from './trafficking-profile/v1.ts';

export const publishedForms: readonly FormDefinition[] = [intakeV1, safetyPlanV1, traffickingProfileV1];

/** That version of a form, or undefined when it was never published. */
export const findForm = (id: FormId, version: number): FormDefinition | undefined =>
  publishedForms.find((form) => form.id === id && form.version === version);

/** The version new records start on. */
export function newestForm(id: FormId): FormDefinition {
  const newest = publishedForms.filter((form) => form.id === id).sort((one, other) => other.version - one.version)[0];
  if (newest === undefined) throw new RangeError('no such form');
  return newest;
}
