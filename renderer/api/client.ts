// `vault.safetyPlan.save(…)`: real objects built from the contract, so that a typing slip fails at once and "go to
// definition" leads to the contract. Every answer is checked against the contract before a screen sees it.
import type { Client, Contract, Operation, Result } from '#shared/contract/operation';
import { CallRefused, type Transport, type Watch } from './transport.ts';

/** An operation under its wire name, e.g. `safetyPlan.get`. */
export interface Asked {
  readonly name: string;
  readonly operation: Operation;
}

/** Asks the vault and checks the answer. An answer outside the contract becomes `internal`, never a half-read record. */
export async function ask(
  transport: Transport,
  { name, operation }: Asked,
  request: unknown,
  watch?: Watch,
): Promise<Result<unknown>> {
  const result = await transport.call(name, request, watch);
  if (!result.ok) return result;
  const answer = operation.response.safeParse(result.value);
  if (answer.success) return { ok: true, value: answer.data };
  return { ok: false, error: { code: 'internal', reference: 'answer' } };
}

function callable(transport: Transport, asked: Asked) {
  return async (request: unknown, watch?: Watch): Promise<unknown> => {
    const result = await ask(transport, asked, request, watch);
    if (!result.ok) throw new CallRefused(result.error);
    return result.value;
  };
}

/** Builds the client. Its calls reject with `CallRefused` only. */
export function buildClient<C extends Contract>(contract: C, transport: Transport): Client<C> {
  const groups: Record<string, Readonly<Record<string, unknown>>> = {};
  for (const [group, operations] of Object.entries(contract)) {
    const calls: Record<string, unknown> = {};
    for (const [name, operation] of Object.entries(operations)) {
      calls[name] = callable(transport, { name: `${group}.${name}`, operation });
    }
    groups[group] = Object.freeze(calls);
  }
  return Object.freeze(groups) as Client<C>;
}
