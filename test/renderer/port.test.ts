import { describe, expect, it } from 'vitest';
import { buildClient } from '../../renderer/api/client.ts';
import { openTransport, receivePort } from '../../renderer/api/port.ts';
import { CallRefused } from '../../renderer/api/transport.ts';
import { PORT_MESSAGE } from '#shared/contract/bridge';
import { contract } from '#shared/contract/index';

/** The port's own events, without a second thread: what the vault would post is handed to the listeners. */
class FakePort extends EventTarget {
  readonly sent: { type: string; id: number; name?: string; request?: unknown }[] = [];
  isStarted = false;
  start(): void {
    this.isStarted = true;
  }
  postMessage(message: { type: string; id: number }): void {
    this.sent.push(message);
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  end(): void {
    this.dispatchEvent(new Event('close'));
  }
}
const open = () => {
  const port = new FakePort();
  return { port, transport: openTransport(port as unknown as MessagePort) };
};
const hand = (init: { data: unknown; source?: Window | null; origin?: string; ports?: unknown[] }) => {
  const event = new MessageEvent('message', { data: init.data });
  Object.defineProperties(event, {
    source: { value: init.source === undefined ? window : init.source },
    origin: { value: init.origin ?? window.location.origin },
    ports: { value: init.ports ?? [new FakePort()] },
  });
  window.dispatchEvent(event);
};

describe('the port from the preload', () => {
  it('is asked for only after the page listens, and comes from this window alone', async () => {
    const wanted = new FakePort();
    const received = receivePort(window, {
      ready: () => {
        hand({ data: PORT_MESSAGE, source: null });
        hand({ data: PORT_MESSAGE, origin: 'https://elsewhere.example' });
        hand({ data: 'something-else' });
        hand({ data: PORT_MESSAGE, ports: [] });
        hand({ data: PORT_MESSAGE, ports: [wanted] });
        hand({ data: PORT_MESSAGE });
      },
    });
    expect(await received).toBe(wanted);
  });
});

describe('calls over the port', () => {
  it('pairs answers with their questions, whatever order they come in', async () => {
    const { port, transport } = open();
    const first = transport.call('a.one', 1);
    const second = transport.call('a.two', 2);
    port.say({ type: 'result', id: 2, result: { ok: true, value: 'two' } });
    port.say({ type: 'result', id: 1, result: { ok: true, value: 'one' } });
    expect(await first).toEqual({ ok: true, value: 'one' });
    expect(await second).toEqual({ ok: true, value: 'two' });
  });

  it('ignores what is not an answer: other shapes, unknown fields, unknown codes, ids nobody asked', async () => {
    const { port, transport } = open();
    const call = transport.call('a.one', {});
    for (const noise of [
      null,
      'result',
      { type: 'result', id: 1 },
      { type: 'result', id: 1, result: { ok: true, value: 1 }, extra: true },
      { type: 'result', id: 1, result: { ok: false, error: { code: 'no-such-code' } } },
      { type: 'result', id: 99, result: { ok: true, value: 'not mine' } },
    ]) {
      port.say(noise);
    }
    port.say({ type: 'result', id: 1, result: { ok: true, value: 'mine' } });
    expect(await call).toEqual({ ok: true, value: 'mine' });
  });

  it('passes progress on and asks the vault to stop when the person does', async () => {
    const { port, transport } = open();
    const stop = new AbortController();
    const seen: unknown[] = [];
    const call = transport.call('a.task', {}, { signal: stop.signal, onProgress: (progress) => seen.push(progress) });
    port.say({ type: 'progress', id: 1, progress: { phase: 'copying', done: 0.5 } });
    port.say({ type: 'progress', id: 1, progress: { phase: 'copying', done: 7 } });
    stop.abort();
    port.say({ type: 'result', id: 1, result: { ok: false, error: { code: 'cancelled' } } });
    expect(await call).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(seen).toEqual([{ phase: 'copying', done: 0.5 }]);
    expect(port.sent.at(-1)).toEqual({ type: 'cancel', id: 1 });
  });

  it('answers everything that waits when the vault is gone, and everything asked afterwards', async () => {
    const { port, transport } = open();
    const waiting = transport.call('a.one', {});
    port.end();
    expect(await waiting).toEqual({ ok: false, error: { code: 'vault-locked' } });
    expect(await transport.call('a.two', {})).toEqual({ ok: false, error: { code: 'vault-locked' } });
  });
});

describe('the client', () => {
  const client = (value: unknown) =>
    buildClient(contract, { call: () => Promise.resolve({ ok: true as const, value }) });

  it('has exactly the groups and operations of the contract', () => {
    const vault = client({});
    expect(Object.keys(vault)).toEqual(Object.keys(contract));
    expect(Object.keys(vault.session)).toEqual(Object.keys(contract.session));
    expect((vault as Record<string, unknown>)['constructorr']).toBeUndefined();
  });

  it('refuses an answer outside the contract instead of showing half a record', async () => {
    const call = client({ state: 'locked', misses: 0, waitSeconds: 0, extra: 'leak' }).session.status({});
    await expect(call).rejects.toBeInstanceOf(CallRefused);
    await expect(call).rejects.toMatchObject({ error: { code: 'internal' } });
  });
});
