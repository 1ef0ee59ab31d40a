// The vault's end of the channel to the page, over a real message channel.
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { FromVault } from '#shared/contract/operation';
import { afterEach, describe, expect, it } from 'vitest';
import { servePage } from '../../electron/vault/page-port.ts';
import type { Handle, Port } from '../../electron/vault/page-port.ts';

const open: MessagePort[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** Electron wraps a message in an event; Node hands it over bare. */
const fitted = (port: MessagePort): Port => ({
  on: (event: 'message' | 'close', listener: (event: { readonly data: unknown }) => void) =>
    port.on(event, (data: unknown) => listener({ data })),
  postMessage: (message) => port.postMessage(message),
  start: () => port.start(),
  close: () => port.close(),
});

function connect(handle: Handle) {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const heard: FromVault[] = [];
  const waiting: (() => void)[] = [];
  port1.on('message', (message: FromVault) => {
    heard.push(message);
    for (const wake of waiting.splice(0)) wake();
  });
  const end = servePage(fitted(port2), handle);
  const until = async (count: number) => {
    while (heard.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    return heard;
  };
  return { page: port1, end, until, heard };
}

describe('the channel to the page', () => {
  it('answers each question under its own number, in whatever order the work ends', async () => {
    const { page, until } = connect(async (name) => {
      await new Promise((resolve) => setTimeout(resolve, name === 'slow.one' ? 30 : 0));
      return { ok: true, value: name };
    });
    page.postMessage({ type: 'call', id: 1, name: 'slow.one', request: {} });
    page.postMessage({ type: 'call', id: 2, name: 'quick.one', request: {} });
    expect(await until(2)).toEqual([
      { type: 'result', id: 2, result: { ok: true, value: 'quick.one' } },
      { type: 'result', id: 1, result: { ok: true, value: 'slow.one' } },
    ]);
  });

  it('passes progress on and stops the work the person stopped', async () => {
    const { page, until } = connect(
      (_name, _request, control) =>
        new Promise((resolve) => {
          control.signal.addEventListener('abort', () => resolve({ ok: false, error: { code: 'cancelled' } }));
          control.progress({ phase: 'copying', done: 0.5 });
        }),
    );
    page.postMessage({ type: 'call', id: 7, name: 'backup.create', request: {} });
    expect(await until(1)).toEqual([{ type: 'progress', id: 7, progress: { phase: 'copying', done: 0.5 } }]);
    page.postMessage({ type: 'cancel', id: 7 });
    expect((await until(2))[1]).toEqual({ type: 'result', id: 7, result: { ok: false, error: { code: 'cancelled' } } });
  });

  it('does nothing at all for a message that is not in the contract of the channel', async () => {
    const asked: string[] = [];
    const { page, until, heard } = connect((name) => {
      asked.push(name);
      return Promise.resolve({ ok: true, value: null });
    });
    const call = { type: 'call', id: 1, name: 'a.b', request: {} };
    for (const strange of [
      null,
      'call',
      {},
      { ...call, id: -1 },
      { ...call, id: 1.5 },
      { ...call, name: 'x'.repeat(101) },
      { ...call, name: ['a.b'] },
      { ...call, extra: 1 },
      { type: 'grant', handle: 'x', path: '/etc/passwd' },
      { type: 'cancel', id: 99 },
    ]) {
      page.postMessage(strange);
    }
    page.postMessage({ ...call, id: 2, name: 'the.last' });
    await until(1);
    expect(asked).toEqual(['the.last']);
    expect(heard).toHaveLength(1);
  });

  it('stops everything that runs when the page goes away, or a new page comes', async () => {
    for (const leave of ['page', 'vault'] as const) {
      let stopped = () => undefined as unknown;
      const stop = new Promise<void>((resolve) => {
        stopped = resolve;
      });
      let begun = () => undefined as unknown;
      const begin = new Promise<void>((resolve) => {
        begun = resolve;
      });
      const { page, end } = connect((_name, _request, { signal }) => {
        signal.addEventListener('abort', () => stopped());
        begun();
        return new Promise(() => undefined);
      });
      page.postMessage({ type: 'call', id: 1, name: 'backup.create', request: {} });
      await begin;
      if (leave === 'page') page.close();
      else end();
      await stop;
    }
  });
});
