// Starts other programs. An environment is passed on by name, never whole, so that a stray variable changes nothing;
// whatever is still running when the launcher ends is ended with it.
import { spawn } from 'node:child_process';

const passedOn =
  /^(PATH|HOME|USER|LOGNAME|SHELL|TERM|LANG|LC_.*|TZ|TMPDIR|CI|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|XDG_.*|DBUS_SESSION_BUS_ADDRESS|NODE_EXTRA_CA_CERTS|SSL_CERT_.*|NO_COLOR|FORCE_COLOR|SAFEHOLD_.*)$/;
const forNpm = /^(npm_config_(registry|prefer_offline|offline)|(https?|no)_proxy)$/i;

/** This process's environment without what could steer Node, npm or Electron from outside. */
export function cleanEnvironment(extra = {}) {
  const kept = Object.entries(process.env).filter(([name]) => passedOn.test(name));
  return { ...Object.fromEntries(kept), ...extra };
}

function npmEnvironment() {
  return cleanEnvironment(Object.fromEntries(Object.entries(process.env).filter(([name]) => forNpm.test(name))));
}

const running = new Set();

function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself in the meantime.
  }
}

process.on('exit', () => {
  for (const child of running) endGroup(child, 'SIGKILL');
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.on(signal, () => {
    for (const child of running) endGroup(child, 'SIGTERM');
    setTimeout(() => process.exit(code), 500);
  });
}

/**
 * Starts a program as the leader of its own group. `owner: { uid, gid }` gives up root for it; libuv drops the
 * supplementary groups as well. Resolve `ended` to `{ code, signal }`; `end()` ends the whole group.
 */
export function start(program, args, { cwd, env = cleanEnvironment(), owner, stdio = 'inherit' } = {}) {
  const child = spawn(program, args, { cwd, env, ...owner, stdio, detached: true });
  running.add(child);
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 127, signal: error.message }));
    child.on('close', (code, signal) => resolve({ code: code ?? 1, signal }));
  });
  void ended.then(() => running.delete(child));
  return { child, ended, end: (signal = 'SIGTERM') => endGroup(child, signal) };
}

/**
 * Runs a program to its end: `{ code, output }`, output being stdout and stderr as they came. With `show` it goes to
 * the terminal as well. After `milliseconds` the program is ended, with its own children, and the code is 124.
 */
export async function run(program, args, { show = false, milliseconds, ...options } = {}) {
  const { child, ended, end } = start(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks = [];
  for (const [stream, target] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    stream?.on('data', (chunk) => {
      chunks.push(chunk);
      if (show) target.write(chunk);
    });
  }
  let late = false;
  const timer = milliseconds && setTimeout(() => end((late = true) && 'SIGKILL'), milliseconds);
  const { code, signal } = await ended;
  clearTimeout(timer);
  const remark = late ? `\nended after ${milliseconds / 1000} s` : signal ? `\nended: ${signal}` : '';
  return { code: late ? 124 : code, output: Buffer.concat(chunks).toString('utf8') + remark };
}

/** npm, found the way this run was started with it, so that one npm is used throughout. */
export function npm(args, options = {}) {
  const script = process.env.npm_execpath;
  const [program, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  return run(program, [...first, ...args], { env: npmEnvironment(), ...options });
}
