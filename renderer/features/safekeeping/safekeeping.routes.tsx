import type { Route } from '../../route.ts';
import { ColleaguePage } from './colleague-page.tsx';
import { KeyFilePage } from './key-file-page.tsx';
import { NewPassphrasePage } from './colleague-renew-page.tsx';
import { PassphrasePage } from './passphrase-page.tsx';
import { PlacePage } from './place-page.tsx';
import { ProgramPage } from './program-page.tsx';
import { SafekeepingPage } from './safekeeping-page.tsx';
import { TrusteesPage } from './trustees-page.tsx';
import { WordListPage } from './word-list-page.tsx';
import { WayBackPage } from './way-back-page.tsx';

export const safekeepingRoutes: readonly Route[] = [
  { path: '/safekeeping', page: SafekeepingPage, entry: 'safekeeping' },
  { path: '/safekeeping/colleague', page: ColleaguePage, entry: 'safekeeping' },
  { path: '/safekeeping/passphrase', page: PassphrasePage, entry: 'safekeeping' },
  { path: '/safekeeping/key-file', page: KeyFilePage, entry: 'safekeeping' },
  { path: '/safekeeping/colleague/:staffMemberId', page: NewPassphrasePage, entry: 'safekeeping' },
  { path: '/safekeeping/place', page: PlacePage, entry: 'safekeeping' },
  { path: '/safekeeping/program', page: ProgramPage, entry: 'safekeeping' },
  { path: '/safekeeping/words', page: WordListPage, entry: 'safekeeping' },
  { path: '/safekeeping/way-back', page: WayBackPage, entry: 'safekeeping' },
  { path: '/safekeeping/trustees', page: TrusteesPage, entry: 'safekeeping' },
];
