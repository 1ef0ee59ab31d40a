// Tries to reach her, through the router: judged by her safe contact, kept before anybody dials, never what was said.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VaultError } from '#shared/contract/errors';
import type { CaseFileId } from '#shared/ids';
import { newContactMethod } from '#shared/records/safe-contact';
import { openCase } from '../helpers/casework.ts';
import { newVault, outcome, type TestVault } from '../helpers/vault.ts';

let vault: TestVault;
let maya: CaseFileId;
const call = { ...newContactMethod, way: 'CALL' as const, value: '600 123 456', safe: 'YES' as const };
const text = { ...newContactMethod, way: 'TEXT' as const, value: '600 123 456', safe: 'UNKNOWN' as const };
const post = { ...newContactMethod, way: 'POST' as const, value: 'Box 12', safe: 'NO' as const };

beforeAll(async () => {
  vault = await newVault();
  maya = await openCase(vault);
  await vault.ask('caseFile.saveSafeContact', {
    caseFileId: maya,
    basedOn: 1,
    safeContact: { identifyAs: 'Mia from the library', methods: [call, text, post], doNotContact: ['Her uncle'] },
  });
});
afterAll(() => vault.remove());

const begin = (
  way: typeof call.way | typeof text.way | typeof post.way | 'EMAIL',
  value: string,
  override: string | null,
) => vault.ask('contactAttempt.begin', { caseFileId: maya, way, value, override });
const rule = async (attempt: Promise<unknown>): Promise<unknown> => {
  try {
    return await attempt;
  } catch (error) {
    return error instanceof VaultError ? error.facts['rule'] : error;
  }
};

describe('domain §2: a try to reach her', () => {
  it('begins without a reason by a way she agreed to, and says how it went once', async () => {
    const attempt = await begin('CALL', call.value, null);
    expect(attempt).toMatchObject({ way: 'CALL', override: null, outcome: null, beganAt: vault.clock.now });
    const ended = await vault.ask('contactAttempt.end', { attemptId: attempt.id, basedOn: 1, outcome: 'NO_ANSWER' });
    expect(ended).toMatchObject({ outcome: 'NO_ANSWER', revision: 2 });
    const again = vault.ask('contactAttempt.end', { attemptId: attempt.id, basedOn: 2, outcome: 'REACHED' });
    expect(await rule(again)).toBe('contact-ended');
  });

  it.each([
    ['not known', 'TEXT', text.value],
    ['no', 'POST', post.value],
    ['a way nobody agreed on', 'EMAIL', 'someone@example.org'],
    ['another number than the agreed one', 'CALL', '600 000 000'],
  ] as const)(
    '%s is refused without a typed reason, and keeps the reason when there is one',
    async (_name, way, value) => {
      expect(await rule(begin(way, value, null))).toBe('contact-not-agreed');
      expect(await outcome(begin(way, value, 'urgent'))).toBe('invalid-request');
      const attempt = await begin(way, value, 'The court moved the hearing to tomorrow');
      expect(attempt.override).toBe('The court moved the hearing to tomorrow');
    },
  );

  it('keeps neither the number nor a reason nobody needed', async () => {
    vault.clock.advance(60_000);
    await begin('CALL', call.value, 'No reason was needed here');
    const { attempts, total } = await vault.ask('contactAttempt.list', { caseFileId: maya });
    expect(total).toBe(attempts.length);
    expect(JSON.stringify(attempts)).not.toContain('600 ');
    expect(attempts[0]).toMatchObject({ way: 'CALL', override: null });
  });

  it('stands in the timeline without words', async () => {
    const { entries } = await vault.ask('caseFile.timeline', { caseFileId: maya });
    expect(entries.find(({ event }) => event === 'contact-tried')).toMatchObject({ words: '', hers: false });
  });

  it('reads a safe contact saved before days, hours and lists were asked for', async () => {
    const caseFile = await vault.ask('caseFile.get', { caseFileId: maya });
    const old = {
      way: 'TEXT' as const,
      value: '',
      safe: 'YES' as const,
      when: '',
      caution: '',
      voicemail: 'NO' as const,
    };
    const saved = await vault.ask('caseFile.saveSafeContact', {
      caseFileId: maya,
      basedOn: caseFile.revision,
      safeContact: { identifyAs: '', methods: [old] },
    });
    expect(saved.safeContact).toMatchObject({ doNotContact: [], methods: [{ days: [], hours: null, sharedWith: '' }] });
  });
});
