// The entries of the rail, as data. An entry is shown to its roles when a feature offers a page at its path.
import {
  boardViewers,
  everyRole,
  houseTeam,
  needReaders,
  outreachReaders,
  reportMakers,
  type Role,
  shelterStaff,
} from '#shared/contract/operation';
import type { TextKey } from '#shared/text/language';
import type { ShortcutName } from '../shortcuts.ts';
import {
  type Icon,
  IconCalendar,
  IconCallers,
  IconCases,
  IconHelp,
  IconNeeds,
  IconNow,
  IconPartners,
  IconReports,
  IconSafekeeping,
  IconTeam,
  IconToday,
  IconTogether,
} from '../ui/icons.ts';

export type Entry =
  | 'today'
  | 'cases'
  | 'needs'
  | 'calendar'
  | 'house'
  | 'callers'
  | 'partners'
  | 'reports'
  | 'team'
  | 'safekeeping'
  | 'help';

export interface NavigationEntry {
  readonly entry: Entry & ShortcutName;
  readonly path: string;
  readonly name: TextKey & `shell.${Entry | 'groups'}`;
  readonly icon: Icon;
  /** Whom it leads anywhere. */
  readonly roles: readonly Role[];
}

export const navigation: readonly NavigationEntry[] = [
  { entry: 'today', path: '/today', name: 'shell.today', icon: IconToday, roles: everyRole },
  { entry: 'cases', path: '/cases', name: 'shell.cases', icon: IconCases, roles: needReaders },
  { entry: 'needs', path: '/needs', name: 'shell.needs', icon: IconNeeds, roles: needReaders },
  { entry: 'calendar', path: '/calendar', name: 'shell.calendar', icon: IconCalendar, roles: shelterStaff },
  { entry: 'house', path: '/house', name: 'shell.house', icon: IconNow, roles: boardViewers },
  // In the place of the house, for those whose part of it is the groups; the others go there from the house.
  {
    entry: 'house',
    path: '/groups',
    name: 'shell.groups',
    icon: IconTogether,
    roles: ['clinician', 'group-facilitator'],
  },
  { entry: 'callers', path: '/callers', name: 'shell.callers', icon: IconCallers, roles: houseTeam },
  { entry: 'partners', path: '/partners', name: 'shell.partners', icon: IconPartners, roles: outreachReaders },
  { entry: 'reports', path: '/numbers', name: 'shell.reports', icon: IconReports, roles: reportMakers },
  { entry: 'team', path: '/team', name: 'shell.team', icon: IconTeam, roles: everyRole },
  { entry: 'safekeeping', path: '/safekeeping', name: 'shell.safekeeping', icon: IconSafekeeping, roles: everyRole },
  { entry: 'help', path: '/help', name: 'shell.help', icon: IconHelp, roles: everyRole },
];
