// Places in the app, and which of them are built. A place is a path with ids in it, never a word somebody wrote.
import { matchRoute, useLocation, useRouter } from 'wouter';
import type { Route } from './route.ts';
import { routes } from './routes.tsx';
import { navigation } from './shell/navigation.ts';

const built = new Set(routes.map(({ path }) => path));

/** The entries of the rail that lead somewhere. */
export const openEntries = navigation.filter(({ path }) => built.has(path));

export const places = {
  start: '/',
  recovery: '/setup/recovery',
  backup: '/setup/backup',
  today: '/today',
  someoneNew: '/cases/new',
} as const;

/** Whether a page at this path pattern exists, e.g. "/cases/:caseFileId/share". */
export const isBuilt = (path: string): boolean => built.has(path);

/** The route of the page that is open now. */
export function useOpenRoute(): Route | undefined {
  const { parser } = useRouter();
  const [location] = useLocation();
  return routes.find(({ path }) => matchRoute(parser, path, location)[0]);
}
