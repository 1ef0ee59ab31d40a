// The grammar of the contract: what an operation is, and the types derived from it for both ends of the wire.
// An operation always says who may call it; leaving that out does not compile (deny by default).
import { z } from 'zod';
import type { WireError } from './errors.ts';

export const Role = z.enum([
  'director',
  'case-manager',
  'house-staff',
  'clinician',
  'legal-advocate',
  'group-facilitator',
  'trainer-partner',
  'reports',
  'auditor',
]);
export type Role = z.output<typeof Role>;
type Roles = readonly Role[];

/** Who may call: a list of roles, or `nobody-signed-in` for what must work while the vault is locked. */
export type Access = Roles | 'nobody-signed-in';

// The lists below are the role matrix of domain §0, read column by column (W writes, R reads). A director stands where the
// matrix lets her read, and where a house with nobody else would stand still. Which cases a role reaches is asked apart.

/** Everyone with a key slot. Only for what is a person's own: her session, drafts, passphrase, Today. */
export const everyRole: Roles = Role.options;
export const directorOnly = ['director'] as const satisfies Roles;
/** W in person, needs, notes, safety plan and releases. */
export const caseWorkers = ['director', 'case-manager'] as const satisfies Roles;
/** Those who work in the house. A backup holds everything, so whoever is not one of them carries none away. */
export const shelterStaff = [
  'director',
  'case-manager',
  'house-staff',
  'clinician',
  'legal-advocate',
  'group-facilitator',
] as const satisfies Roles;
/** R in person T2: the basic facts of a person they are assigned to. */
export const careTeam = ['director', 'case-manager', 'clinician', 'legal-advocate'] as const satisfies Roles;
/** HOUSE_STAFF in person and needs: name used, access, allergy, cautions, what to do tonight. */
export const houseTeam = ['director', 'case-manager', 'house-staff'] as const satisfies Roles;
/** R in needs; house staff see of it what domain §6 lets them. */
export const needReaders = [...careTeam, 'house-staff'] as const satisfies Roles;
/** W in sessions and notes; a clinician her own. */
export const noteWriters = ['director', 'case-manager', 'clinician'] as const satisfies Roles;
/** R in safety plan; a legal advocate its section on court and police only. */
export const safetyPlanReaders = careTeam;
/** W in screens; a director by break-glass. */
export const clinicians = ['director', 'clinician'] as const satisfies Roles;
/** The compartment of sealed notes: a director is not let in, whatever she breaks. */
export const counsellors = ['clinician'] as const satisfies Roles;
/** R in screens: a case manager the totals. */
export const screenReaders = ['director', 'case-manager', 'clinician'] as const satisfies Roles;
/** W in legal. */
export const legalWorkers = ['director', 'legal-advocate'] as const satisfies Roles;
/** R in legal: a case manager the stage. */
export const legalStage = ['director', 'case-manager', 'legal-advocate'] as const satisfies Roles;
/** W in bed board. */
export const boardWorkers = ['director', 'house-staff'] as const satisfies Roles;
/** R in bed board. REPORTS counts it and sees no bed. */
export const boardViewers = houseTeam;
/** W (draft) in releases. */
export const releaseDrafters = ['director', 'case-manager', 'legal-advocate'] as const satisfies Roles;
/** Approve in releases. */
export const releaseApprovers = directorOnly;
/** W in groups. */
export const groupWorkers = ['director', 'group-facilitator'] as const satisfies Roles;
/** R in groups. */
export const groupReaders = ['director', 'clinician', 'group-facilitator'] as const satisfies Roles;
/** Invite in groups. */
export const groupInviters = ['director', 'case-manager', 'group-facilitator'] as const satisfies Roles;
/** W in reports: figures that passed disclosure control. */
export const reportMakers = ['director', 'reports'] as const satisfies Roles;
/** W in partners and training. */
export const outreachWorkers = ['director', 'trainer-partner'] as const satisfies Roles;
/** R in partners and training. */
export const outreachReaders = [...shelterStaff, 'trainer-partner'] as const satisfies Roles;
/** AUDITOR: the audit trail without content. */
export const auditReaders = ['director', 'auditor'] as const satisfies Roles;

export const isAmong = (role: Role, roles: Roles): boolean => roles.includes(role);

/**
 * How much of a case an operation opens, to a person whose role may call it. It counts for every request that names a case or
 * a record of one; an operation that says nothing opens the whole, so that forgetting it closes a door and leaves none open.
 * `whole` (T3): who works on the case, and a director by break-glass. `facts` (T2): who works on it, and every director.
 * `keeping`: until when a file is kept and what holds it, and no word of it. As `facts`, and to a director of a sealed earlier file too.
 * `sealed` (T4): who is on the case's list. `house`: what the house needs to know of whoever is here, of any case.
 * `own-words`: what one wrote oneself about somebody who is here; those who read cases keep it while the case is open to them.
 */
export type Opens = 'whole' | 'facts' | 'keeping' | 'sealed' | 'house' | 'own-words';

interface Shape<Kind extends string, Req extends z.ZodType, Res extends z.ZodType> {
  readonly kind: Kind;
  readonly access: Access;
  readonly opens: Opens;
  /** What it leaves in the chain is signed by the person who did it (`ofWeight`). */
  readonly weighs: boolean;
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
): ReadOperation<Req, Res> => ({ kind: 'read', access, opens: 'whole', weighs: false, request, response });

export const write = <Req extends z.ZodType, Res extends z.ZodType>(
  access: Access,
  touches: readonly string[],
  request: Req,
  response: Res,
): WriteOperation<Req, Res> => ({
  kind: 'write',
  access,
  opens: 'whole',
  weighs: false,
  touches,
  request,
  response,
  unlogged: false,
});

/** A write without an audit entry. Only for drafts and where a person stopped: never for a record. */
export const unloggedWrite = <Req extends z.ZodType, Res extends z.ZodType>(
  access: Access,
  touches: readonly string[],
  request: Req,
  response: Res,
): WriteOperation<Req, Res> => ({ ...write(access, touches, request, response), unlogged: true });

export const task = <Req extends z.ZodType, Res extends z.ZodType>(
  access: Access,
  touches: readonly string[],
  request: Req,
  response: Res,
): TaskOperation<Req, Res> => ({ kind: 'task', access, opens: 'whole', weighs: false, touches, request, response });

/** The same operation, opening another part of a case than the whole. */
export const opening = <O extends Operation>(opens: Opens, operation: O): O => ({ ...operation, opens });

/**
 * The same operation, whose entries in the chain are signed by whoever did it. For what carries words out of the house, opens what is
 * sealed or not hers, decides who may come in or see, or takes something away (electron/vault/audit/README.md).
 */
export const ofWeight = <O extends Operation>(operation: O): O => ({ ...operation, weighs: true });

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
