// What the kernel says about the app's processes.
import { readFileSync, readdirSync } from 'node:fs';

/** One line of /proc/<pid>/status: 2 is a seccomp filter, 0 is none. */
export function seccompMode(pid: number): number {
  return Number(/^Seccomp:\s+(\d)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

const words = (pid: number | string, file: 'cmdline' | 'environ') =>
  readFileSync(`/proc/${pid}/${file}`, 'utf8').split('\0').filter(Boolean);

export const argumentsOf = (pid: number): string[] => words(pid, 'cmdline');
export const environmentOf = (pid: number): string[] => words(pid, 'environ');

/** This process and all that it started, as far as they still live. */
export function processTree(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
      parents.set(Number(name), Number(parent));
    } catch {
      // It ended while we looked.
    }
  }
  const belongs = (pid: number): boolean => pid === root || (parents.has(pid) && belongs(parents.get(pid)!));
  return [...parents.keys()].filter(belongs);
}
