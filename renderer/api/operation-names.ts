// The wire names of the contract as types: `safetyPlan.get` is known to be a read, with its own request and answer.
import type { AppContract } from '#shared/contract/index';
import type { Operation, RequestInput, Response } from '#shared/contract/operation';

type Group = keyof AppContract;
type NamesOfKind<Kind extends Operation['kind']> = {
  [G in Group]: {
    [N in keyof AppContract[G] & string]: AppContract[G][N] extends { readonly kind: Kind } ? `${G}.${N}` : never;
  }[keyof AppContract[G] & string];
}[Group];

export type ReadName = NamesOfKind<'read'>;
export type WriteName = NamesOfKind<'write'>;
export type TaskName = NamesOfKind<'task'>;
export type OperationName = ReadName | WriteName | TaskName;

type Find<Name extends string> = Name extends `${infer G}.${infer N}`
  ? G extends keyof AppContract
    ? N extends keyof AppContract[G]
      ? AppContract[G][N] extends Operation
        ? AppContract[G][N]
        : never
      : never
    : never
  : never;
export type RequestOf<Name extends OperationName> = RequestInput<Find<Name>>;
export type ResponseOf<Name extends OperationName> = Response<Find<Name>>;
