// How screens talk to the vault: useRead shows, useWrite changes one thing, useTask runs long work with progress.
// A write or task refreshes exactly the groups that its operation says it touches.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { WireError } from '#shared/contract/errors';
import { contract } from '#shared/contract/index';
import type { Contract, Progress, Result } from '#shared/contract/operation';
import { type Asked, ask } from './client.ts';
import type { OperationName, ReadName, RequestOf, ResponseOf, TaskName, WriteName } from './operation-names.ts';
import { showSaving } from './save-state.ts';
import { CallRefused, type Watch } from './transport.ts';
import { useConnection } from './vault-context.tsx';

function operationNamed(name: OperationName): Asked {
  const [group, operation] = name.split('.') as [string, string];
  const found = (contract as Contract)[group]?.[operation];
  if (!found) throw new Error(`${name} is not in the contract`);
  return { name, operation: found };
}

function useAsk() {
  const { transport } = useConnection();
  return <N extends OperationName>(name: N, request: RequestOf<N>, watch?: Watch) =>
    ask(transport, operationNamed(name), request, watch) as Promise<Result<ResponseOf<N>>>;
}

function useRefresh() {
  const queries = useQueryClient();
  return (name: WriteName | TaskName): Promise<unknown> => {
    const { operation } = operationNamed(name);
    const groups = 'touches' in operation ? operation.touches : [];
    return Promise.all(groups.map((group) => queries.invalidateQueries({ queryKey: [group] })));
  };
}

export interface ReadState<T> {
  /** Undefined until the first answer. Keeps the last answer while it is being refreshed. */
  readonly value: T | undefined;
  readonly error: WireError | null;
  readonly isLoading: boolean;
  /** What is shown is not yet the answer to this request: nothing, or the answer to the one before it (`keepLast`). */
  readonly isBehind: boolean;
  readonly refresh: () => void;
}

/** Reads from the vault for as long as the screen is shown; refreshed by every write that touches its group. */
export function useRead<N extends ReadName>(
  name: N,
  request: RequestOf<N>,
  { enabled = true, keepLast = false }: { enabled?: boolean; keepLast?: boolean } = {},
): ReadState<ResponseOf<N>> {
  const send = useAsk();
  const query = useQuery<ResponseOf<N>>({
    queryKey: [...name.split('.'), request],
    queryFn: async () => {
      const result = await send(name, request);
      if (!result.ok) throw new CallRefused(result.error);
      return result.value;
    },
    enabled,
    ...(keepLast ? { placeholderData: (last: ResponseOf<N> | undefined) => last as never } : {}),
  });
  const refresh = (): void => void query.refetch();
  const isBehind = query.isLoading || query.isPlaceholderData;
  return { value: query.data, error: refusal(query.error), isLoading: query.isLoading, isBehind, refresh };
}

const refusal = (error: Error | null): WireError | null =>
  error === null ? null : error instanceof CallRefused ? error.error : { code: 'internal', reference: 'page' };

const errorOf = (result: Result<unknown>): WireError | null => (result.ok ? null : result.error);

export interface WriteState<Req, Res> {
  /** Never rejects; look at `ok`. The save chip and the stale reads are taken care of. */
  readonly run: (request: Req) => Promise<Result<Res>>;
  readonly isRunning: boolean;
  readonly error: WireError | null;
}

/** One change. `quiet` keeps the save chip out of it, for things that are no record (where the person was reading). */
export function useWrite<N extends WriteName>(
  name: N,
  { quiet = false }: { quiet?: boolean } = {},
): WriteState<RequestOf<N>, ResponseOf<N>> {
  const send = useAsk();
  const refresh = useRefresh();
  const [running, setRunning] = useState(0);
  const [error, setError] = useState<WireError | null>(null);

  const run = async (request: RequestOf<N>): Promise<Result<ResponseOf<N>>> => {
    setRunning((count) => count + 1);
    const work = (): Promise<Result<ResponseOf<N>>> => send(name, request);
    const result = quiet ? await work() : await showSaving(work, errorOf);
    setError(errorOf(result));
    setRunning((count) => count - 1);
    if (result.ok) await refresh(name);
    return result;
  };
  return { run, isRunning: running > 0, error };
}

export interface TaskState<Req, Res> {
  readonly start: (request: Req) => Promise<Result<Res>>;
  /** Leaves everything as it was before the task began. */
  readonly stop: () => void;
  readonly isRunning: boolean;
  readonly progress: Progress | null;
  readonly value: Res | undefined;
  /** Null also after "Stop": stopping is not a mistake. */
  readonly error: WireError | null;
  readonly forget: () => void;
}

/** Long work. Starting again forgets the earlier outcome, so that no state survives a failure. */
export function useTask<N extends TaskName>(name: N): TaskState<RequestOf<N>, ResponseOf<N>> {
  const send = useAsk();
  const refresh = useRefresh();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [outcome, setOutcome] = useState<Result<ResponseOf<N>> | null>(null);
  const [isRunning, setRunning] = useState(false);
  const stopper = useRef<AbortController | null>(null);

  const start = async (request: RequestOf<N>): Promise<Result<ResponseOf<N>>> => {
    const controller = new AbortController();
    stopper.current = controller;
    setOutcome(null);
    setProgress(null);
    setRunning(true);
    const result = await send(name, request, { signal: controller.signal, onProgress: setProgress });
    setRunning(false);
    setProgress(null);
    setOutcome(result);
    if (result.ok) await refresh(name);
    return result;
  };
  const error = outcome && !outcome.ok && outcome.error.code !== 'cancelled' ? outcome.error : null;
  return {
    start,
    stop: () => stopper.current?.abort(),
    isRunning,
    progress,
    value: outcome?.ok ? outcome.value : undefined,
    error,
    forget: () => setOutcome(null),
  };
}
