// Stands where the vault would be, behind the same contract: every request and every answer is checked by zod, so a screen
// test cannot agree with itself about a shape that the real vault would refuse.
import type { Transport, Watch } from '../../renderer/api/transport.ts';
import type { WireError } from '#shared/contract/errors';
import { contract } from '#shared/contract/index';
import type { Contract, Operation, Progress, Result } from '#shared/contract/operation';

/** What a test answers: a value, an error, or either after work that reports progress. */
export type Answer = (
  request: never,
  control: { report: (progress: Progress) => void; signal: Watch['signal'] },
) => unknown;
export interface FakeTransport extends Transport {
  /** Every call so far, in order. */
  readonly calls: readonly { readonly name: string; readonly request: unknown }[];
  /** Changes an answer while the screen is open. */
  readonly answer: (name: string, answer: Answer) => void;
  readonly callsOf: (name: string) => readonly unknown[];
}

/** Throw this inside an answer to refuse a call, as the vault would. */
export class Refusal extends Error {
  readonly error: WireError;
  constructor(code: WireError['code'], facts: NonNullable<WireError['facts']> = {}) {
    super(code);
    this.error = { code, facts };
  }
}

function operationNamed(name: string): Operation {
  const [group, operation] = name.split('.') as [string, string];
  const found = (contract as Contract)[group]?.[operation];
  if (!found) throw new Error(`no operation ${name} in the contract`);
  return found;
}

/** What many pages ask or write in passing, whether the test is about that or not. */
const frame: Readonly<Record<string, Answer>> = {
  'ownLook.keep': () => ({}),
  'keyFile.atHand': () => ({ whole: 0, damaged: 0, chosen: false }),
  'keyFile.state': () => ({ state: 'none' }),
};

export function fakeTransport(answers: Readonly<Record<string, Answer>>): FakeTransport {
  const known = new Map<string, Answer>();
  const calls: { name: string; request: unknown }[] = [];
  const answer = (name: string, given: Answer): void => {
    operationNamed(name);
    known.set(name, given);
  };
  for (const [name, given] of Object.entries({ ...frame, ...answers })) answer(name, given);

  const reply = async (name: string, request: unknown, watch: Watch): Promise<Result<unknown>> => {
    const operation = operationNamed(name);
    const parsed = operation.request.parse(request);
    calls.push({ name, request: parsed });
    const given = known.get(name);
    if (!given) throw new Error(`the test does not answer ${name}`);
    const value = await given(parsed as never, { report: watch.onProgress ?? (() => undefined), signal: watch.signal });
    return { ok: true, value: operation.response.parse(value) };
  };
  return {
    calls,
    answer,
    callsOf: (name) => calls.filter((call) => call.name === name).map(({ request }) => request),
    call: async (name, request, watch = {}) => {
      await Promise.resolve();
      try {
        return await reply(name, request, watch);
      } catch (error) {
        if (error instanceof Refusal) return { ok: false, error: error.error };
        throw error;
      }
    },
  };
}
