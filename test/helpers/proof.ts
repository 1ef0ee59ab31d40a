// Proofs run small with `npm test`, and at their full figures with `npm run prove` (build/run/prove.mjs), which names a file here
// and reads from it what each of them found. What is asked of the figures stands in build/run/proofs.mjs.
import { appendFileSync } from 'node:fs';

type Claim = `G${number}`;
type Figures = Readonly<Record<string, number>>;

const report = process.env['SAFEHOLD_PROVE'];

/** How large a proof is: `test` with `npm test`, `full` when it is meant to prove, `long` in a long run. */
export function proofSize<T>({
  test,
  full,
  long = full,
}: {
  readonly test: T;
  readonly full: T;
  readonly long?: T;
}): T {
  if (report === undefined) return test;
  return process.env['SAFEHOLD_LONG'] === undefined ? full : long;
}

/** What a proof found, as numbers under the names that proofs.mjs asks for. A name that is said again is added up. */
export const tellFound = (claim: Claim, figures: Figures): void => note({ claim, found: figures });

/** What its control found: the same way of looking, where it must find something. */
export const tellControl = (claim: Claim, figures: Figures): void => note({ claim, control: figures });

function note(line: object): void {
  if (report !== undefined) appendFileSync(report, `${JSON.stringify(line)}\n`);
}
