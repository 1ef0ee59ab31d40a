// What the kernel says about the app's processes.
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** One line of /proc/<pid>/status: 2 is a seccomp filter, 0 is none. */
export function seccompMode(pid: number): number {
  return Number(/^Seccomp:\s+(\d)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

/** The permissions that no file of the process is made with, in octal digits. */
export const umaskOf = (pid: number): string | undefined =>
  /^Umask:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];

/** True when the process, and all it starts, may never use a set-user-id helper such as Chromium's for the sandbox. */
export const hasNoNewPrivileges = (pid: number): boolean =>
  /^NoNewPrivs:\s+1/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));

/** The pipes, sockets and deleted files a process holds, by the number the kernel gave each. */
export const openFiles = (pid: number): string[] =>
  readdirSync(`/proc/${pid}/fd`)
    .map((each) => {
      try {
        return readlinkSync(`/proc/${pid}/fd/${each}`);
      } catch {
        return ''; // closed while we looked
      }
    })
    .filter((target) => /^(pipe|socket):|\(deleted\)$/.test(target));

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

/** The network devices that a process has. */
export const networksOf = (pid: number): string[] =>
  readFileSync(`/proc/${pid}/net/dev`, 'utf8')
    .split('\n')
    .flatMap((line) => /^ *(\S+):/.exec(line)?.[1] ?? []);
