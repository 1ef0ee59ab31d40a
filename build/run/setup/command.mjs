// Starts other programs. An environment is passed on by name, never whole, so that a stray variable changes nothing.
import { spawn } from 'node:child_process';

const passedOn =
  /^(PATH|HOME|USER|LOGNAME|SHELL|TERM|LANG|LC_.*|TZ|TMPDIR|CI|DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|XDG_.*|DBUS_SESSION_BUS_ADDRESS|NODE_EXTRA_CA_CERTS|SSL_CERT_.*|NO_COLOR|FORCE_COLOR|SAFEHOLD_.*)$/;
const forNpm = /^(npm_config_(registry|prefer_offline|offline)|(https?|no)_proxy)$/i;

/** This process's environment without what could steer Node, npm or Electron from outside. */
export function cleanEnvironment(extra = {}) {
  const kept = Object.entries(process.env).filter(([name]) => passedOn.test(name));
  return { ...Object.fromEntries(kept), ...extra };
}

/** The environment for npm itself: registry and proxy settings as well. */
export function npmEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => forNpm.test(name));
  return cleanEnvironment(Object.fromEntries(kept));
}

/**
 * Runs a program to its end: `{ code, output }`, where output is stdout and stderr as they came. With `show` it also
 * goes to the terminal. `owner: { uid, gid }` gives up root for it (libuv drops the supplementary groups too).
 * `milliseconds` ends it, with its own children, when it takes longer.
 */
export function run(program, args, { cwd, env = cleanEnvironment(), show = false, owner, milliseconds } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, ...owner, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    const chunks = [];
    const timer = milliseconds && setTimeout(() => endGroup(child, 'SIGKILL'), milliseconds);
    const forward = (signal) => endGroup(child, signal);
    process.once('SIGINT', forward).once('SIGTERM', forward);
    const keep = (chunk, target) => {
      chunks.push(chunk);
      if (show) target.write(chunk);
    };
    child.stdout.on('data', (chunk) => keep(chunk, process.stdout));
    child.stderr.on('data', (chunk) => keep(chunk, process.stderr));
    child.on('error', (error) => finish(127, error.message));
    child.on('close', (code, signal) => finish(code ?? 1, signal ? `ended by ${signal}` : ''));
    function finish(code, remark) {
      clearTimeout(timer);
      process.off('SIGINT', forward).off('SIGTERM', forward);
      resolve({ code, output: Buffer.concat(chunks).toString('utf8') + remark });
    }
  });
}

/** Ends a program that was started detached, together with the processes it started. */
export function endGroup(child, signal = 'SIGTERM') {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself in the meantime.
  }
}

/** npm by the way this run was started with it, so that one npm is used throughout. */
export function npm(args, options = {}) {
  const script = process.env.npm_execpath;
  const [program, first] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  return run(program, [...first, ...args], { env: npmEnvironment(), ...options });
}
