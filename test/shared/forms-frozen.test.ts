// A published form version never changes: records are shown for ever with the version they were answered on.
// If this fails, the change belongs into a new version file (v2.ts), not into the old one.
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { publishedForms } from '#shared/forms/published';

const frozen: Record<string, string> = {
  'intake 1': '3b84bd221701e74ec3ab480fc4774c9496ce74948935f79121551da8fa48aac0',
  'safety-plan 1': '0b6a3a852b2fc5c528f316580ca0b4186e499bc9c7ff77f8ef7420cf9c962c7c',
  'trafficking-profile 1': '17c81ecd8305e3dc5c435eae0f3e646c60011a43721f8242254776493eb45276',
};

it('every published form version is exactly as it was published', () => {
  const hashes = Object.fromEntries(
    publishedForms.map((form) => [
      `${form.id} ${form.version}`,
      createHash('sha256').update(JSON.stringify(form)).digest('hex'),
    ]),
  );
  expect(hashes).toEqual(frozen);
});
