// The page's end of the pipe to the vault. Accepts a port from this very window only, pairs answers with questions,
// and checks the shape of everything that arrives. Holds no record longer than it takes to hand it on.
import { z } from 'zod';
import { type Bridge, PORT_MESSAGE } from '#shared/contract/bridge';
import { WireError } from '#shared/contract/errors';
import { Progress, type Result, type ToVault } from '#shared/contract/operation';
import type { Transport, Watch } from './transport.ts';

const Incoming = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('result'),
    id: z.number().int(),
    result: z.union([
      z.strictObject({ ok: z.literal(true), value: z.unknown() }),
      z.strictObject({ ok: z.literal(false), error: WireError }),
    ]),
  }),
  z.strictObject({ type: z.literal('progress'), id: z.number().int(), progress: Progress }),
]);

/** Waits for the preload to hand over the port. The listener is in place before `ready` is said, so it cannot be missed. */
export function receivePort(page: Window, bridge: Pick<Bridge, 'ready'>): Promise<MessagePort> {
  return new Promise((resolve) => {
    const listen = (event: MessageEvent<unknown>): void => {
      const port = event.ports[0];
      const isOurs = event.source === page && event.origin === page.location.origin && event.data === PORT_MESSAGE;
      if (!isOurs || !port) return;
      page.removeEventListener('message', listen);
      resolve(port);
    };
    page.addEventListener('message', listen);
    bridge.ready();
  });
}

interface Waiting {
  readonly answer: (result: Result<unknown>) => void;
  readonly onProgress: Watch['onProgress'];
}

/** Turns a port into a transport. When the other end goes away, everything still waiting is answered `vault-locked`. */
export function openTransport(port: MessagePort): Transport {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let isClosed = false;

  const take = (data: unknown): void => {
    const message = Incoming.safeParse(data);
    if (!message.success) return;
    const call = waiting.get(message.data.id);
    if (message.data.type === 'progress') call?.onProgress?.(message.data.progress);
    else {
      waiting.delete(message.data.id);
      call?.answer(message.data.result);
    }
  };
  port.addEventListener('message', (event: MessageEvent<unknown>) => take(event.data));
  port.addEventListener('close', () => {
    isClosed = true;
    for (const call of waiting.values()) call.answer({ ok: false, error: { code: 'vault-locked' } });
    waiting.clear();
  });
  port.start();

  const send = (message: ToVault): void => port.postMessage(message);
  return {
    call: (name, request, watch = {}) =>
      new Promise((answer) => {
        if (isClosed || watch.signal?.aborted) {
          answer({ ok: false, error: { code: isClosed ? 'vault-locked' : 'cancelled' } });
          return;
        }
        const id = ++lastId;
        waiting.set(id, { answer, onProgress: watch.onProgress });
        watch.signal?.addEventListener('abort', () => send({ type: 'cancel', id }));
        send({ type: 'call', id, name, request });
      }),
  };
}
