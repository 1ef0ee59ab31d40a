// A process of its own, forked by the benchmark: it is asked for acts by name, one message each way.
import { fork } from 'node:child_process';
import { built } from './office-settings.ts';

/** What a process can be asked for. What is called after a time answers with it, in milliseconds. */
// oxlint-disable-next-line typescript/no-explicit-any -- each act takes what it likes
export type Acts = Readonly<Record<string, (given: any) => unknown>>;
interface Asked {
  readonly id: number;
  readonly act: string;
  readonly given: unknown;
}
type Answered = { readonly id: number } & (
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: string }
);

/** In the forked process: answers until whoever forked it hangs up. */
export function answerWith(acts: Acts): void {
  const answer = async ({ id, act, given }: Asked): Promise<Answered> => {
    try {
      return { id, ok: true, value: await acts[act]!(given) };
    } catch (error) {
      return { id, ok: false, why: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  };
  process.on('message', (asked: Asked) => void answer(asked).then((answered) => process.send?.(answered)));
  process.on('disconnect', () => process.exit(0));
}

export interface Line<A extends Acts> {
  /** Throws with what the other process threw. */
  ask<N extends keyof A & string>(act: N, ...given: Parameters<A[N]>): Promise<Awaited<ReturnType<A[N]>>>;
  /** Hangs up; the process is gone when this resolves. */
  end(): Promise<void>;
}

/** Forks out/benchmark/`file`. */
export function startProcess<A extends Acts>(file: string): Line<A> {
  const child = fork(built(`benchmark/${file}`), [], { serialization: 'advanced' });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  child.on('message', (answered: Answered) => {
    const call = waiting.get(answered.id);
    waiting.delete(answered.id);
    if (answered.ok) call?.resolve(answered.value as never);
    else call?.reject(new Error(answered.why));
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void gone.then(() => waiting.forEach(({ reject }) => reject(new Error(`${file} ended`))));
  return {
    ask: (act, ...[given]) =>
      new Promise((resolve, reject) => {
        const asked: Asked = { id: (lastId += 1), act, given };
        waiting.set(asked.id, { resolve, reject });
        child.send(asked);
      }),
    end: () => {
      child.disconnect();
      return gone;
    },
  };
}
