// The processes of the running app by what they do, and the end of them that nobody asked for.
import { readFileSync } from 'node:fs';
import type { RunningApp } from '../driver/app.ts';
import { processTree } from '../driver/processes.ts';

/** Deaths that end the work: the app comes back at the unlock screen, by itself or when it is started again. */
export const ends = ['main', 'everything', 'vault', 'page', 'network'] as const;
/** Deaths of helpers, after which the app stays open. */
export const helpers = ['drawing', 'parser', 'press', 'preview'] as const;
export type End = (typeof ends)[number];
export type Helper = (typeof helpers)[number];

const commandLine = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return ''; // it ended while we looked
  }
};
const withWords = (pids: readonly number[], words: string): number | undefined =>
  pids.find((pid) => commandLine(pid).includes(words));

export interface Family {
  readonly main: number;
  readonly vault: number;
  readonly page: number;
  readonly network: number | undefined;
  readonly drawing: number | undefined;
  /** All of them, as they were when the window was shown. */
  readonly all: readonly number[];
}

export async function familyOf(app: RunningApp): Promise<Family> {
  const { vault, page } = await app.inMain(({ app: electron, BrowserWindow }) => ({
    vault: electron.getAppMetrics().find(({ name }) => name === 'vault')!.pid,
    page: BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
  }));
  const all = processTree(app.pid);
  const drawing = withWords(all, '--type=gpu-process');
  return { main: app.pid, vault, page, network: withWords(all, 'network.mojom.NetworkService'), drawing, all };
}

/** Those that were started since the window was shown: a parser, or a hidden page. */
export const helperNow = ({ main, all }: Family, kind: Helper): number | undefined =>
  withWords(
    processTree(main).filter((pid) => !all.includes(pid)),
    kind === 'parser' ? 'node.mojom.NodeService' : '--type=renderer',
  );

/** Whether there was one to kill. */
export function kill(pids: readonly number[]): boolean {
  const killed = pids.filter((pid) => {
    try {
      return process.kill(pid, 'SIGKILL');
    } catch {
      return false; // it went with one that was killed before it
    }
  });
  return killed.length > 0;
}

/** Whom a death of this kind takes. Everything at once: main first, so that it cannot notice the others. */
export const takenBy = (family: Family, end: End): number[] =>
  end === 'everything' ? [family.main, ...processTree(family.main)] : [family[end] ?? family.page];
