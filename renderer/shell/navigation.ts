// The eight entries of the rail, as data. An entry is shown when a feature offers a page at its path.
import type { TextKey } from '#shared/text/language';
import type { ShortcutName } from '../shortcuts.ts';
import {
  type Icon,
  IconCalendar,
  IconCases,
  IconHelp,
  IconNow,
  IconPartners,
  IconReports,
  IconSafekeeping,
  IconToday,
} from '../ui/icons.ts';

export type Entry = 'today' | 'cases' | 'calendar' | 'house' | 'partners' | 'reports' | 'safekeeping' | 'help';

export interface NavigationEntry {
  readonly entry: Entry & ShortcutName;
  readonly path: string;
  readonly name: TextKey & `shell.${Entry}`;
  readonly icon: Icon;
}

export const navigation: readonly NavigationEntry[] = [
  { entry: 'today', path: '/today', name: 'shell.today', icon: IconToday },
  { entry: 'cases', path: '/cases', name: 'shell.cases', icon: IconCases },
  { entry: 'calendar', path: '/calendar', name: 'shell.calendar', icon: IconCalendar },
  { entry: 'house', path: '/house', name: 'shell.house', icon: IconNow },
  { entry: 'partners', path: '/partners', name: 'shell.partners', icon: IconPartners },
  { entry: 'reports', path: '/reports', name: 'shell.reports', icon: IconReports },
  { entry: 'safekeeping', path: '/safekeeping', name: 'shell.safekeeping', icon: IconSafekeeping },
  { entry: 'help', path: '/help', name: 'shell.help', icon: IconHelp },
];
