// One round: somebody comes in, everything that was kept is there, some work is done, and in the middle of an act a process is killed at
// a moment that nobody chose.
import { VaultError } from '#shared/contract/errors';
import type { Colleague } from '../../helpers/small-house.ts';
import * as acts from './acts.ts';
import type { Act } from './acts.ts';
import { colleagues, type Day, type Shift } from './day.ts';
import { atTheDoor, backUpByHand, openCaseByKeys, type, writeByHand } from './hands.ts';
import { isSeenBy, whatIsThere } from './look.ts';
import { unlogged } from './outside.ts';
import { type End, familyOf, type Helper, helperNow, kill, takenBy } from './processes.ts';

/** An act in the middle of which a process is killed, and about how long it takes, in milliseconds. */
export interface Cut {
  readonly name: string;
  readonly act: Act;
  readonly lasts: number;
  /** Who does it; anybody unless named. */
  readonly by?: readonly string[];
}

export const LOCK = 'the lock';
const ANA_ALONE = ['ana'];
/** Three times as often as the others: what takes long and leaves things in several places. */
const long: readonly Cut[] = [
  { name: 'import', act: acts.importWorkbook, lasts: 450, by: ANA_ALONE },
  { name: 'package', act: acts.makePackage, lasts: 500 },
  { name: 'backup', act: acts.backUp, lasts: 500 },
];
const short: readonly Cut[] = [
  { name: 'note', act: acts.writeNote, lasts: 20 },
  { name: 'need', act: acts.nameNeed, lasts: 20 },
  { name: 'plan', act: acts.savePlan, lasts: 20 },
  { name: 'draft', act: acts.keepDraft, lasts: 15 },
  { name: 'new case', act: acts.openCase, lasts: 15 },
  { name: 'file', act: acts.attachFile, lasts: 60 },
  { name: 'permission', act: acts.givePermission, lasts: 30 },
  { name: 'note by hand', act: writeByHand, lasts: 1_400 },
  { name: 'backup by hand', act: backUpByHand, lasts: 1_200 },
  { name: 'drill', act: acts.tryBackup, lasts: 500, by: ANA_ALONE },
  { name: 'passphrase', act: acts.changePassphrase, lasts: 1_500, by: ['jo', 'lena'] },
  { name: 'agency', act: acts.addAgency, lasts: 20, by: ANA_ALONE },
  { name: 'coming in', act: (day, { who }) => type(day.app.page, who, day.passphraseOf(who)), lasts: 700 },
  { name: LOCK, act: (day) => lockByButton(day), lasts: 120 },
];
export const cuts: readonly Cut[] = [...long, ...long, ...long, ...short];
/** What is done before, to its end. */
const quick: readonly Act[] = [
  acts.writeNote,
  acts.nameNeed,
  acts.savePlan,
  acts.keepDraft,
  acts.openCase,
  acts.attachFile,
  acts.givePermission,
];
const slow: readonly Act[] = [acts.makePackage, acts.backUp, acts.importWorkbook, writeByHand, openCaseByKeys];

/** What the rounds of a day found. */
export interface Found {
  readonly kills: Map<End | Helper, number>;
  /** Acts that were going on when a process was killed. */
  readonly cut: Map<string, number>;
  /** Things that are not as they were kept, and whatever else is wrong, in words. */
  readonly wrong: string[];
  /** Packages on the stick whose line was cut off, and that were told at the next unlock. */
  readonly told: Set<string>;
  looks: number;
  doors: number;
  stayedOpen: number;
}
export const nothingFound = (): Found => ({
  kills: new Map(),
  cut: new Map(),
  wrong: [],
  told: new Set(),
  looks: 0,
  doors: 0,
  stayedOpen: 0,
});
const count = <K>(counts: Map<K, number>, key: K): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

/** Looks through the app whether all is there that she can see. */
export async function look(day: Day, { who, vault }: Shift, found: Found): Promise<void> {
  const seen = await whatIsThere({ vault, shared: day.shared, who });
  const differences = day.ledger.differences(seen, isSeenBy(who));
  for (const { thing, kept, found: there } of differences)
    found.wrong.push(`${thing}: kept as ${short60(kept)}, found ${short60(there)}`);
  if (differences.length === 0) day.ledger.settle(seen, isSeenBy(who));
  found.wrong.push(...(await backupsThatDoNotShow(day, vault)), ...(await packagesUntold(day, vault, found)));
  found.looks += 1;
}
/** A package on the stick that no log knows was cut off, and she is told of it by its name: she can look there. */
async function packagesUntold(day: Day, vault: Shift['vault'], found: Found): Promise<string[]> {
  const { unfinished } = await vault.ask('today.get', {});
  const told = new Set(unfinished.map(({ fileName }) => fileName));
  const files = unlogged(day);
  for (const name of files.filter((one) => told.has(one))) found.told.add(name);
  return files.filter((name) => !told.has(name)).map((name) => `package ${name} lies there and nobody is told`);
}

const short60 = (told: string | null): string => (told === null ? 'nothing' : `“${told.slice(0, 60)}”`);

/** The manifest of every backup that was called saved is that of a whole one of ours; nothing under a final name is less. */
async function backupsThatDoNotShow(day: Day, vault: Shift['vault']): Promise<string[]> {
  const folder = await vault.choose('restore-folder', day.places.backups);
  const there = await vault.ask('backup.inspect', { folder });
  const whole = new Set(
    there.flatMap((one) => (one.state === 'complete' && one.shelterName !== null ? [one.name] : [])),
  );
  return [
    ...there.filter(({ name }) => !whole.has(name)).map(({ name, state }) => `backup ${name} is ${state}`),
    ...day.ledger.keptOf('backup').flatMap((name) => (whole.has(name) ? [] : [`backup ${name} is not there whole`])),
  ];
}

/** Who does this act. */
export const whoDoes = (day: Day, { by }: Cut): Colleague =>
  by === undefined ? day.pick(colleagues) : day.colleague(day.pick(by));

/** Some work that is answered before anything happens. */
export async function work(day: Day, shift: Shift): Promise<void> {
  if (day.below(3) === 0) await day.pick(slow)(day, shift);
  for (let left = 6 + day.below(9); left > 0; left -= 1) await day.pick(quick)(day, shift);
}

const lockByButton = (day: Day): Promise<void> => day.app.page.getByRole('button', { name: 'Lock' }).click();

/** The work is over for somebody: the app starts anew, and who comes next signs in. */
export async function lock(day: Day): Promise<void> {
  await day.app.expectLock(() => lockByButton(day));
  await day.attached();
}

export interface Cutting {
  readonly cut: Cut;
  readonly end: End;
  readonly found: Found;
  /** What is done while no process of the app is left. */
  readonly meanwhile: () => Promise<void>;
}

/** Begins an act and kills in the middle of it. Resolves when the app is back at its door. */
export async function cutOff(day: Day, shift: Pick<Shift, 'who'> & Partial<Shift>, cutting: Cutting): Promise<void> {
  const { cut, found } = cutting;
  // Drawn before the act begins, which draws as well: how far it comes must not change the numbers.
  const moment = day.below(Math.ceil(cut.lasts * 1.2));
  const afterwards = { minutes: 2 + day.below(20), atOnce: day.below(2) === 0 };
  let going = true;
  let begun = Promise.resolve();
  const begin = async (): Promise<void> => {
    begun = cut.act(day, shift as Shift).then(
      () => void (going = false),
      (error: unknown) => {
        going = false;
        if (error instanceof VaultError && error.code !== 'vault-locked')
          found.wrong.push(`${cut.name}: ${error.code}`);
      },
    );
    await new Promise((resolve) => setTimeout(resolve, moment));
    if (going) count(found.cut, cut.name);
  };
  // A lock starts the next process itself: whose family is waited for must be known before.
  if (cut.name === LOCK) await comesBack(day, cutting, { ...afterwards, begin });
  else await begin().then(() => comesBack(day, cutting, { ...afterwards, begin: () => Promise.resolve() }));
  await begun;
}

interface Afterwards {
  readonly minutes: number;
  /** Started again while the rest of the family may still be ending. */
  readonly atOnce: boolean;
  /** What is done just before the kill, while the family is watched. */
  readonly begin: () => Promise<void>;
}

/** Kills, and waits for the app at its door: it comes back by itself, or is started again, as a person would. */
async function comesBack(
  day: Day,
  { cut: { name: cut }, end, found, meanwhile }: Cutting,
  { minutes, atOnce, begin }: Afterwards,
): Promise<void> {
  const { app, family } = day;
  let killed = false;
  const strike = async (): Promise<void> => {
    await begin();
    killed = kill(takenBy(family, end));
    day.ledger.mark(`${end}, ${cut}`);
  };
  if (end === 'main' || end === 'everything') {
    const gone = app.expectQuit(strike);
    if (end === 'everything') await gone.then(meanwhile);
    else if (!atOnce) await gone;
    day.later(minutes);
    await Promise.all([gone, day.start()]);
  } else {
    await app.expectLock(strike);
    day.later(minutes);
    await day.attached();
  }
  // A page that was on its way out by itself is no kill.
  if (killed) count(found.kills, end);
  if (await atTheDoor(day)) found.doors += Number(killed);
  else found.wrong.push(`after the end of ${end} the screen was not neutral`);
}

/** A process that helps is killed while it works: the act says so, the app stays open. */
export async function killHelper(
  day: Day,
  shift: Shift,
  { kind, found }: { kind: Helper; found: Found },
): Promise<void> {
  const act = {
    parser: acts.importWorkbook,
    press: acts.makePackage,
    preview: acts.lookAtPicture,
    drawing: acts.writeNote,
  }[kind];
  const before = day.app.pid;
  const answered = act(day, shift).catch((error: unknown) => {
    if (!(error instanceof VaultError)) throw error;
  });
  const pid = kind === 'drawing' ? day.family.drawing : await soon(day, kind);
  const killed = pid !== undefined && kill([pid]);
  if (killed) count(found.kills, kind);
  await answered;
  day.family = await familyOf(day.app);
  const status = await shift.vault.ask('session.status', {});
  if (!killed) return;
  if (status.state === 'unlocked' && day.app.pid === before) found.stayedOpen += 1;
  else found.wrong.push(`after the end of ${kind} the app did not stay open`);
}

/** The helper's process, as soon as there is one. */
async function soon(day: Day, kind: Helper): Promise<number | undefined> {
  for (let turn = 0; turn < 60; turn += 1) {
    const pid = helperNow(day.family, kind);
    if (pid !== undefined) return pid;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return undefined;
}
