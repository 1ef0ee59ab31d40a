// Places in the app, and which of them are built. A place is a path with ids in it, never a word somebody wrote.
// The app announces its pages at start-up: this file must not import them, because every page imports this file.
import { isAmong, type Role } from '#shared/contract/operation';
import { type NavigationEntry, navigation } from './shell/navigation.ts';

export const places = {
  start: '/',
  recovery: '/setup/recovery',
  backup: '/setup/backup',
  today: '/today',
  callers: '/callers',
  someoneNew: '/cases/new',
} as const;

const built = new Set<string>();

/** Called once, before the first render, with the path pattern of every page. */
export function announcePages(paths: readonly string[]): void {
  for (const path of paths) built.add(path);
}

/** Whether a page at this path pattern exists, e.g. "/cases/:caseFileId/share". */
export const isBuilt = (path: string): boolean => built.has(path);

/** The entries of the rail that lead this person somewhere. */
export const openEntries = (role: Role): readonly NavigationEntry[] =>
  navigation.filter(({ path, roles }) => isBuilt(path) && isAmong(role, roles));
