// How a feature offers its pages. Each feature folder ends in `<feature>.routes.tsx`, which exports a list of these.
import type { ComponentType } from 'react';
import type { Entry } from './shell/navigation.ts';

export interface PageProps {
  /** The named parts of the path. Ids only: never an alias, never a word somebody wrote. */
  readonly params: Readonly<Record<string, string>>;
}

export interface Route {
  /** "/cases/:caseFileId" */
  readonly path: string;
  readonly page: ComponentType<PageProps>;
  /** The entry of the rail that is lit while the page is open. */
  readonly entry: Entry;
}
