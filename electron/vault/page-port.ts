// The vault's end of the channel to the page: takes questions, gives answers and progress, stops what the page no longer
// wants. The router checks every request; here only the envelope is checked.
import type { FromVault, Result, TaskControl, ToVault } from '#shared/contract/operation';
import { z } from 'zod';

/** The part of Electron's MessagePortMain that is needed; Node's own MessagePort is easily fitted to it in tests. */
export interface Port {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: FromVault): void;
  start(): void;
  close(): void;
}

export type Handle = (name: string, request: unknown, control: TaskControl) => Promise<Result<unknown>>;

const callId = z.int().nonnegative();
const Question: z.ZodType<ToVault> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('call'), id: callId, name: z.string().max(100), request: z.unknown() }),
  z.strictObject({ type: z.literal('cancel'), id: callId }),
]);

/** Serves one port until it closes. Returns what ends it from this side: running work is stopped, no answer follows. */
export function servePage(port: Port, handle: Handle): () => void {
  const running = new Map<number, AbortController>();
  let open = true;
  const say = (message: FromVault) => {
    if (open) port.postMessage(message);
  };
  const end = () => {
    open = false;
    for (const work of running.values()) work.abort();
  };
  const answer = async ({ id, name, request }: Extract<ToVault, { type: 'call' }>) => {
    const work = new AbortController();
    running.set(id, work);
    const result = await handle(name, request, {
      signal: work.signal,
      progress: (progress) => say({ type: 'progress', id, progress }),
    });
    running.delete(id);
    say({ type: 'result', id, result });
  };
  port.on('message', ({ data }) => {
    const question = Question.safeParse(data);
    // A page that is not ours is not worth an answer; ours cannot send this.
    if (!question.success) return;
    if (question.data.type === 'cancel') running.get(question.data.id)?.abort();
    else if (!running.has(question.data.id)) void answer(question.data);
  });
  port.on('close', end);
  port.start();
  return () => {
    end();
    port.close();
  };
}
