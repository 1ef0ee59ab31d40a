// What happened, as codes and numbers on standard error. Never a path, a name, a message or a record; nothing on disk.

/** Only numbers and fixed words may be logged; the type keeps sentences out, the filter below keeps surprises out. */
export type LogFacts = Readonly<Record<string, number | string>>;

const FIXED_WORD = /^[a-zA-Z][a-zA-Z0-9-]{0,39}$/;

/** One line of JSON: milliseconds since the process began, the event's code, and those facts that are codes or numbers. */
export function logLine(event: string, facts: LogFacts, uptimeMs: number): string {
  const allowed = Object.entries(facts).filter(([, fact]) => typeof fact === 'number' || FIXED_WORD.test(fact));
  return `${JSON.stringify({ at: Math.round(uptimeMs), event, ...Object.fromEntries(allowed) })}\n`;
}

export function log(event: string, facts: LogFacts = {}): void {
  process.stderr.write(logLine(event, facts, process.uptime() * 1000));
}

/** The class and code of an error: all that may be known about a failure whose message could quote a record. */
export function errorFacts(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? { kind: error.name } : { kind: error.name, code };
}
