// The command line, decided before Chromium reads it: what starts the app unsafely is refused, what opens it up is
// stripped, and what Chromium would send or store by itself is turned off (each measured to leave 0 connects).

/** The part of Electron's `app.commandLine` this file needs. */
export interface CommandLine {
  hasSwitch(name: string): boolean;
  appendSwitch(name: string, value?: string): void;
  removeSwitch(name: string): void;
}

/** Without these walls a page could reach the computer, or shared memory could land in a temp folder on disk. */
const REFUSED = [
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-gpu-sandbox',
  'single-process',
  'no-zygote',
  'no-zygote-sandbox',
  'disable-dev-shm-usage',
  'disable-web-security',
  'ignore-certificate-errors',
] as const;

/** Ways in for a debugger, a logger or a foreign program. Only a development build may be started with them. */
const STRIPPED = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'js-flags',
  'load-extension',
  'disable-extensions-except',
  'enable-logging',
  'log-file',
  'log-net-log',
  'net-log-capture-mode',
  'ssl-key-log-file',
  'trace-startup',
  'trace-startup-file',
  'user-data-dir',
  'enable-features',
  'enable-blink-features',
  'disable-site-isolation-trials',
  'allow-file-access-from-files',
  'unsafely-treat-insecure-origin-as-secure',
  'host-rules',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'ppapi-plugin-launcher',
] as const;

/** A proxy on which nothing listens: whatever slipped through every other wall would still reach nobody. */
export const DEAD_PROXY = 'socks5://127.0.0.1:9';

const AIR_GAP: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
  ['no-first-run'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', DEAD_PROXY],
  // Chromium lets loopback bypass every proxy unless told otherwise.
  ['proxy-bypass-list', '<-loopback>'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  [
    'disable-features',
    [
      'AutofillServerCommunication',
      'CertificateTransparencyComponentUpdater',
      'DialMediaRouteProvider',
      'MediaRouter',
      'NetworkTimeServiceQuerying',
      'OptimizationHints',
      'SpareRendererForSitePerProcess',
    ].join(','),
  ],
];

const NO_TRACES: readonly (readonly [name: string, value?: string])[] = [
  ['disable-breakpad'],
  ['disable-crash-reporter'],
  ['disable-http-cache'],
  ['disk-cache-size', '1'],
  ['disable-gpu-shader-disk-cache'],
];

/** The first switch that makes a safe start impossible, or undefined. */
export function refusedSwitch(line: CommandLine): string | undefined {
  return REFUSED.find((name) => line.hasSwitch(name));
}

export function stripSwitches(line: CommandLine): void {
  for (const name of STRIPPED) line.removeSwitch(name);
}

export function closeAirGap(line: CommandLine): void {
  for (const [name, value] of [...AIR_GAP, ...NO_TRACES]) {
    line.removeSwitch(name);
    line.appendSwitch(name, value);
  }
}
