// The kernel's own account of every network call of a program and of all that it starts.
import { readFileSync } from 'node:fs';

/** The command before a program that writes its network calls, without their content, into a file. Fails where it may not trace. */
export const watchingTheWire = (file: string): readonly string[] => [
  ...['/usr/bin/strace', '-f', '--seccomp-bpf', '-qq', '-s', '0', '-e', 'trace=network', '-o', file],
];

/** The lines of such a file. */
export const networkCalls = (file: string): string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean);

/** Calls by which a program takes an internet address for itself, to be reached at or to send from. */
export const takenAddresses = (file: string): string[] =>
  networkCalls(file).filter((line) => /\bbind\(.*\bsa_family=AF_INET6?\b/.test(line));

/** Calls towards an internet address: a connection, or a packet that names where it goes. */
export const leavingCalls = (file: string): string[] =>
  networkCalls(file).filter((line) => /\b(?:connect|sendto|sendmsg|sendmmsg)\(.*\bsa_family=AF_INET6?\b/.test(line));
