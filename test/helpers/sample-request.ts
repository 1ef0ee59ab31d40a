// A request that fits an operation, made from its schema: the id of everything it names is the one given under that name.
import type { z } from 'zod';
import type { Operation } from '#shared/contract/operation';

interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
}
export type Ids = Readonly<Record<string, string>>;

/** Nothing is kept under this id. */
export const NOBODYS = '018f0000-0000-7000-8000-0000000000ff';
const WORDS = 'Some words that say enough';

/** Undefined where the schema asks for more than its shape says; such an operation needs a request of its own. */
export function sampleRequest(operation: Operation, ids: Ids): unknown {
  const request = sample(operation.request, '', ids);
  return operation.request.safeParse(request).success ? request : undefined;
}

const makers: Readonly<Record<string, (def: Def, name: string, ids: Ids, schema: z.ZodType) => unknown>> = {
  object: ({ shape = {} }, _name, ids) =>
    Object.fromEntries(Object.entries(shape).map(([name, inner]) => [name, sample(inner, name, ids)])),
  string: (_def, name, ids, schema) =>
    [ids[name] ?? NOBODYS, '2026-03-02', WORDS, 'meadow', 'a'.repeat(64)].find((one) => schema.safeParse(one).success),
  enum: ({ entries = {} }) => Object.values(entries)[0],
  literal: ({ values = [] }) => values[0],
  number: (_def, _name, _ids, schema) => [1, 0, 30].find((one) => schema.safeParse(one).success),
  boolean: () => false,
  array: ({ element }, name, ids, schema) =>
    schema.safeParse([]).success || element === undefined ? [] : [sample(element, name, ids)],
  union: ({ options = [] }, name, ids) => options[0] && sample(options[0], name, ids),
  nullable: () => null,
  optional: () => undefined,
  default: () => undefined,
  record: () => ({}),
  pipe: (def, name, ids) => def.in && sample(def.in, name, ids),
};

function sample(schema: z.ZodType, name: string, ids: Ids): unknown {
  const def = schema._zod.def as unknown as Def;
  return makers[def.type]?.(def, name, ids, schema);
}
