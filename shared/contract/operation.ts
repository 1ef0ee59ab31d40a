// The grammar of the contract: what an operation is, and the types derived from it for both ends of the wire.
// An operation always says who may call it; leaving that out does not compile (deny by default).
import { z } from 'zod';
import type { WireError } from './errors.ts';

export const Role = z.enum(['director', 'case-manager', 'house-staff']);
export type Role = z.output<typeof Role>;

/** Who may call: a list of roles, or `nobody-signed-in` for what must work while the vault is locked. */
export type Access = readonly Role[] | 'nobody-signed-in';
export const everyRole = ['director', 'case-manager', 'house-staff'] as const satisfies readonly Role[];
export const caseWorkers = ['director', 'case-manager'] as const satisfies readonly Role[];
export const directorOnly = ['director'] as const satisfies readonly Role[];

interface Shape<Kind extends string, Req extends z.ZodType, Res extends z.ZodType> {
  readonly kind: Kind;
  readonly access: Access;
  readonly request: Req;
  readonly response: Res;
}
/** No writes: gets a connection that refuses them. */
export type ReadOperation<Req extends z.ZodType = z.ZodType, Res extends z.ZodType = z.ZodType> = Shape<
  'read',
  Req,
  Res
>;
/** One transaction; `touches` names the groups whose reads are stale afterwards. */
export interface WriteOperation<Req extends z.ZodType = z.ZodType, Res extends z.ZodType = z.ZodType>
  extends Shape<'write', Req, Res> {
  readonly touches: readonly string[];
  /** True for what must leave no trace when it is thrown away (drafts): durable, but no audit entry. */
  readonly unlogged: boolean;
}
/** Long work: asynchronous, reports progress, can be cancelled. One runs per name; a second start joins the first. */
export interface TaskOperation<Req extends z.ZodType = z.ZodType, Res extends z.ZodType = z.ZodType>
  extends Shape<'task', Req, Res> {
  readonly touches: readonly string[];
}
export type Operation = ReadOperation | WriteOperation | TaskOperation;

export const read = <Req extends z.ZodType, Res extends z.ZodType>(
  access: Access,
  request: Req,
  response: Res,
): ReadOperation<Req, Res> => ({ kind: 'read', access, request, response });

export const write = <Req extends z.ZodType, Res extends z.ZodType>(
  access: Access,
  touches: readonly string[],
  request: Req,
  response: Res,
): WriteOperation<Req, Res> => ({ kind: 'write', access, touches, request, response, unlogged: false });

/** A write without an audit entry. Only for drafts and where a person stopped: never for a record. */
export const unloggedWrite = <Req extends z.ZodType, Res extends z.ZodType>(
  access: Access,
  touches: readonly string[],
  request: Req,
  response: Res,
): WriteOperation<Req, Res> => ({ kind: 'write', access, touches, request, response, unlogged: true });

export const task = <Req extends z.ZodType, Res extends z.ZodType>(
  access: Access,
  touches: readonly string[],
  request: Req,
  response: Res,
): TaskOperation<Req, Res> => ({ kind: 'task', access, touches, request, response });

export type OperationGroup = Readonly<Record<string, Operation>>;
export type Contract = Readonly<Record<string, OperationGroup>>;
export type Request<O extends Operation> = z.output<O['request']>;
export type RequestInput<O extends Operation> = z.input<O['request']>;
export type Response<O extends Operation> = z.output<O['response']>;

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError };

/** Where long work stands: a phase with its own words, and a share of the whole (0 to 1) when it is known. */
export const Progress = z.strictObject({ phase: z.string().max(40), done: z.number().min(0).max(1).optional() });
export type Progress = z.output<typeof Progress>;

/** What a task needs of an AbortSignal; the DOM's and Node's both fit, and neither leaks into this room. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Given to a task: report progress, and notice that the person pressed "Stop". */
export interface TaskControl {
  readonly signal: StopSignal;
  readonly progress: (progress: Progress) => void;
}

export type Handler<O extends Operation, ReadContext, WriteContext, TaskContext> = O extends TaskOperation
  ? (context: TaskContext, request: Request<O>, control: TaskControl) => Promise<Response<O>>
  : O extends WriteOperation
    ? (context: WriteContext, request: Request<O>) => Response<O>
    : (context: ReadContext, request: Request<O>) => Response<O>;

export type HandlerGroup<G extends OperationGroup, ReadContext, WriteContext, TaskContext> = {
  readonly [N in keyof G]: Handler<G[N], ReadContext, WriteContext, TaskContext>;
};

type Call<O extends Operation> = O extends TaskOperation
  ? (
      request: RequestInput<O>,
      watch?: { readonly signal?: StopSignal; readonly onProgress?: (progress: Progress) => void },
    ) => Promise<Response<O>>
  : (request: RequestInput<O>) => Promise<Response<O>>;

/** What the renderer holds: `vault.safetyPlan.save(…)`, with the types of the contract. */
export type Client<C extends Contract> = { readonly [G in keyof C]: { readonly [N in keyof C[G]]: Call<C[G][N]> } };

/** Messages on the port between renderer and vault. `id` pairs an answer with its question. */
export type ToVault =
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly request: unknown }
  | { readonly type: 'cancel'; readonly id: number };
export type FromVault =
  | { readonly type: 'result'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress };
