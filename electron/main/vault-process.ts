// Starts and ends the vault's process and passes it ports, never looking into them. It gets no environment and only plain
// arguments, because both can be read by every process of the same person.
import { join } from 'node:path';
import type { MainToVault, VaultToMain } from '#shared/contract/bridge';
import { utilityProcess } from 'electron';
import type { MessagePortMain, UtilityProcess } from 'electron';
import { z } from 'zod';
import { errorFacts, log } from './log.ts';

/** `VaultToMain`, checked: the vault reads hostile files, so even its words are not taken on trust. */
const FromVault: z.ZodType<VaultToMain> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('granted'), handle: z.uuid() }),
  z.strictObject({ type: z.literal('parser-wanted'), id: z.number().int().nonnegative() }),
  z.strictObject({ type: z.literal('preview-wanted'), id: z.number().int().nonnegative() }),
  z.strictObject({ type: z.literal('preview-done'), id: z.number().int().nonnegative() }),
  z.strictObject({ type: z.literal('press-wanted'), id: z.number().int().nonnegative() }),
  z.strictObject({ type: z.literal('press-done'), id: z.number().int().nonnegative() }),
  z.strictObject({ type: z.literal('lock-after'), minutes: z.number().min(1).max(15) }),
  z.strictObject({ type: z.literal('key-file-gone') }),
  z.strictObject({ type: z.literal('restart') }),
]);

export interface VaultListeners {
  onLockAfter(minutes: number): void;
  onParserWanted(id: number): void;
  onPreviewWanted(id: number): void;
  onPreviewDone(id: number): void;
  onPressWanted(id: number): void;
  onPressDone(id: number): void;
  onKeyFileGone(): void;
  onRestart(): void;
  /** The process ended, whoever ended it. */
  onExit(exitCode: number): void;
}

export interface VaultProcess {
  readonly pid: number | undefined;
  /** Hands the vault one end of the page's channel; an earlier end is closed there. */
  connect(port: MessagePortMain): void;
  lendParser(id: number, port: MessagePortMain): void;
  lendPreview(id: number, port: MessagePortMain): void;
  lendPress(id: number, port: MessagePortMain): void;
  /** Resolves when the vault holds the path, so that the page cannot use the handle before. */
  grant(choice: Omit<Extract<MainToVault, { type: 'grant' }>, 'type'>): Promise<void>;
  /** Asks for a clean end; resolves when the process has ended. */
  close(): Promise<void>;
  /** Ends it at once. Safe for the records: every commit is on disk before it is acknowledged. */
  kill(): void;
}

function listen(child: UtilityProcess, granted: Map<string, () => void>, listeners: VaultListeners): void {
  child.on('message', (raw: unknown) => {
    const { success, data: message } = FromVault.safeParse(raw);
    if (!success) log('vault-message-unknown');
    else if (message.type === 'ready') log('vault-ready');
    else if (message.type === 'parser-wanted') listeners.onParserWanted(message.id);
    else if (message.type === 'preview-wanted') listeners.onPreviewWanted(message.id);
    else if (message.type === 'preview-done') listeners.onPreviewDone(message.id);
    else if (message.type === 'press-wanted') listeners.onPressWanted(message.id);
    else if (message.type === 'press-done') listeners.onPressDone(message.id);
    else if (message.type === 'lock-after') listeners.onLockAfter(message.minutes);
    else if (message.type === 'key-file-gone') listeners.onKeyFileGone();
    else if (message.type === 'restart') listeners.onRestart();
    else granted.get(message.handle)?.();
  });
}

/**
 * @param out the folder of the built processes
 * @param start what the vault must know: its folder, the version of the app, and in a development build a clock
 */
export function startVault(out: string, start: readonly string[], listeners: VaultListeners): VaultProcess {
  const child = utilityProcess.fork(join(out, 'vault/process.js'), [...start], {
    serviceName: 'vault',
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {},
  });
  const send = (message: MainToVault, ports: MessagePortMain[] = []) => child.postMessage(message, ports);
  const granted = new Map<string, () => void>();
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (exitCode) => {
      log('vault-exit', { exitCode });
      resolve();
      listeners.onExit(exitCode);
    });
  });
  listen(child, granted, listeners);
  return {
    get pid() {
      return child.pid;
    },
    connect: (port) => send({ type: 'connect' }, [port]),
    lendParser: (id, port) => send({ type: 'parser', id }, [port]),
    lendPreview: (id, port) => send({ type: 'preview', id }, [port]),
    lendPress: (id, port) => send({ type: 'press', id }, [port]),
    grant: (choice) =>
      new Promise((resolve) => {
        granted.set(choice.handle, () => {
          granted.delete(choice.handle);
          resolve();
        });
        send({ type: 'grant', ...choice });
      }),
    close: () => {
      send({ type: 'close' });
      return ended;
    },
    kill: () => {
      if (child.pid === undefined) return;
      try {
        process.kill(child.pid, 'SIGKILL');
      } catch (error) {
        log('vault-kill', errorFacts(error)); // it had just ended by itself
      }
    },
  };
}
