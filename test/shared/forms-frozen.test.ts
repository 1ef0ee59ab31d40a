// A published form or instrument version never changes: records are shown for ever with the version they were answered on.
// If this fails, the change belongs into a new version file (v2.ts), not into the old one.
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { publishedForms } from '#shared/forms/published';
import { publishedInstruments } from '#shared/instruments/published';

const frozen: Record<string, string> = {
  'intake 1': '3b84bd221701e74ec3ab480fc4774c9496ce74948935f79121551da8fa48aac0',
  'safety-plan 1': '0b6a3a852b2fc5c528f316580ca0b4186e499bc9c7ff77f8ef7420cf9c962c7c',
  'trafficking-profile 1': '4478bcbe3febc86cb2ee027849d138be12bfaa552c192637a68f844537c4385a',
};
const frozenInstruments: Record<string, string> = {
  'asq 1': '1643084724a4be4f8998167235b4759e1abd939094e5266cb30920ac3fd89d28',
  'c-ssrs 1': 'b75fecc7a50cb53f4a2591897876e51a9ffd743ce3c415e7fa5c09144ad30c02',
  'gad-2 1': '697cd876c9c75cfe76676797c6e35fca56579eb43a1bd5e34ed0b559fd217b95',
  'gad-7 1': '229bd00b7ba69c5c7d0d6dbe837ed05bfde3561da04c917366e99c66844be5b6',
  'pc-ptsd-5 1': 'e06c640b1294f7ea6bfe4c32d0f54f287722366162d4650c12cd33552bcdcb2e',
  'pcl-5 1': '98a1a4208ca56d72e4d6a50a5e107c72f9eabc3a575c5321da7aebee5dbf1a52',
  'phq-2 1': '1da9fefc9446ad559174ca1fb17d845f3792dce326c9e8dd0b5a89dd29953503',
  'phq-9 1': '68070aac6e0ad54974881a35386a84e329a45257f7698e6f1308a1d8345297c0',
};

const hashes = (published: readonly { readonly id: string; readonly version: number }[]) =>
  Object.fromEntries(
    published.map((one) => [
      `${one.id} ${one.version}`,
      createHash('sha256').update(JSON.stringify(one)).digest('hex'),
    ]),
  );

it('every published form version is exactly as it was published', () => {
  expect(hashes(publishedForms)).toEqual(frozen);
});

it('every published instrument version is exactly as it was published', () => {
  expect(hashes(publishedInstruments)).toEqual(frozenInstruments);
});
