// Every request goes through here, in this order: known name, shape of the request, who may call, which cases open to
// her, transaction with audit, shape of the answer. No handler checks any of this itself, and no request can skip it.
import {
  type Contract,
  type HandlerGroup,
  type Operation,
  type Opens,
  type Progress,
  type Result,
  type TaskControl,
} from '#shared/contract/operation';
import { VaultError, type WireError } from '#shared/contract/errors';
import type { ReadContext, TaskContext, WriteContext } from './context.ts';
import { diskErrorCode } from './keys/disk-error.ts';

export type Handlers<G extends Contract[string]> = HandlerGroup<G, ReadContext, WriteContext, TaskContext>;
export type AllHandlers<C extends Contract> = { readonly [G in keyof C]: Handlers<C[G]> };

/** What the router needs of the session: the contexts, or an exception when the vault is locked. */
export interface Door {
  readContext(name: string): ReadContext;
  taskContext(name: string): TaskContext;
  /** One transaction, audit, head record; durable when it returns. */
  commit<T>(act: { readonly name: string; readonly unlogged: boolean }, work: (context: WriteContext) => T): T;
  /** Runs a read with writes refused by the connection. */
  reading<T>(work: () => T): T;
  /** The role of the person signed in, or null while locked. */
  role(): string | null;
  denied(name: string, caseFileId?: string): void;
  /** Long work begins; the answer is called when it has ended. */
  taskBegins(): () => void;
  /** The case that the request names and that does not open to the person signed in, and the rule that says more; or null. */
  closedCase(opens: Opens, request: unknown): { readonly caseFileId: string; readonly rule: string | null } | null;
  /** Logs class, code and stack frames of a bug, never its message, and returns the reference number shown to the person. */
  bug(error: unknown): string;
}

export type Router = (name: string, request: unknown, control: TaskControl) => Promise<Result<unknown>>;

interface Running {
  readonly promise: Promise<unknown>;
  readonly signal: TaskControl['signal'];
  readonly watchers: Set<(progress: Progress) => void>;
}

/** Builds the router of a contract. A missing or extra handler does not compile. */
export function createRouter<C extends Contract>(contract: C, handlers: AllHandlers<C>, door: Door): Router {
  const running = new Map<string, Running>();
  return async (name, request, control) => {
    try {
      const { operation, handler } = find(contract, handlers, name);
      const parsed = operation.request.safeParse(request);
      if (!parsed.success) throw new VaultError('invalid-request');
      permit(door, operation, name);
      reach(door, operation, { name, request: parsed.data });
      const call = { door, operation, handler, name, request: parsed.data, control, running };
      const value = await keepingRefusals(call);
      return { ok: true, value: operation.response.parse(value) };
    } catch (error) {
      return { ok: false, error: wireError(error, door) };
    }
  };
}

type AnyHandler = (context: unknown, request: unknown, control: TaskControl) => unknown;

function find(contract: Contract, handlers: unknown, name: string): { operation: Operation; handler: AnyHandler } {
  const [group = '', operationName = '', ...rest] = name.split('.');
  const operations = Object.hasOwn(contract, group) ? contract[group] : undefined;
  if (rest.length > 0 || operations === undefined || !Object.hasOwn(operations, operationName)) {
    throw new VaultError('invalid-request');
  }
  const operation = operations[operationName];
  const handler = (handlers as Record<string, Record<string, AnyHandler>>)[group]?.[operationName];
  if (operation === undefined || handler === undefined) throw new VaultError('internal');
  return { operation, handler };
}

function permit(door: Door, operation: Operation, name: string): void {
  if (operation.access === 'nobody-signed-in') return;
  const role = door.role();
  if (role === null) throw new VaultError('vault-locked');
  if (!(operation.access as readonly string[]).includes(role)) {
    door.denied(name);
    throw new VaultError('not-allowed');
  }
}

/** Who may call, may still not call about every case. */
function reach(door: Door, operation: Operation, call: { readonly name: string; readonly request: unknown }): void {
  if (operation.access === 'nobody-signed-in') return;
  const closed = door.closedCase(operation.opens, call.request);
  if (closed === null) return;
  door.denied(call.name, closed.caseFileId);
  throw closed.rule === null ? new VaultError('not-assigned') : new VaultError('rule-broken', { rule: closed.rule });
}

interface Performance {
  readonly door: Door;
  readonly operation: Operation;
  readonly handler: AnyHandler;
  readonly name: string;
  readonly request: unknown;
  readonly control: TaskControl;
  readonly running: Map<string, Running>;
}

/** A handler may know of more that a person may not do; that refusal is kept like any other. */
async function keepingRefusals(call: Performance): Promise<unknown> {
  try {
    return await perform(call);
  } catch (error) {
    if (error instanceof VaultError && error.code === 'not-allowed') call.door.denied(call.name);
    throw error;
  }
}

function perform(call: Performance): unknown {
  const { door, operation, handler, name, request, control } = call;
  switch (operation.kind) {
    case 'read': {
      const context = operation.access === 'nobody-signed-in' ? undefined : door.readContext(name);
      return context === undefined
        ? handler(undefined, request, control)
        : door.reading(() => handler(context, request, control));
    }
    case 'write':
      return door.commit({ name, unlogged: operation.unlogged }, (context) => handler(context, request, control));
    case 'task':
      return performTask(call);
  }
}

/** One task per name at a time; a second start joins the first and sees its progress. */
function performTask(call: Performance): Promise<unknown> {
  const { door, operation, handler, name, request, control, running } = call;
  const already = running.get(name);
  // What was told to stop is no answer to whoever asks now: that one waits until it has stopped.
  if (already?.signal.aborted === true) {
    const again = (): Promise<unknown> => performTask(call);
    return already.promise.then(again, again);
  }
  if (already !== undefined) {
    already.watchers.add(control.progress);
    return already.promise;
  }
  const watchers = new Set([control.progress]);
  const shared: TaskControl = {
    signal: control.signal,
    progress: (progress) => watchers.forEach((watch) => watch(progress)),
  };
  const context = operation.access === 'nobody-signed-in' ? undefined : door.taskContext(name);
  const ended = door.taskBegins();
  const promise = started(handler, context, request, shared).finally(() => {
    running.delete(name);
    ended();
  });
  running.set(name, { promise, signal: control.signal, watchers });
  return promise;
}

/** A handler that throws at once has failed like one that fails later. */
async function started(
  handler: AnyHandler,
  context: unknown,
  request: unknown,
  control: TaskControl,
): Promise<unknown> {
  return await handler(context, request, control);
}

function wireError(error: unknown, door: Door): WireError {
  if (error instanceof VaultError && error.code !== 'internal') {
    return Object.keys(error.facts).length > 0 ? { code: error.code, facts: error.facts } : { code: error.code };
  }
  const code = diskErrorCode(error);
  if (code !== null) return { code };
  if (error instanceof Error && error.name === 'AbortError') return { code: 'cancelled' };
  return { code: 'internal', reference: door.bug(error) };
}
