// The rail: where one can go. The open entry is a paper tab that runs into the page.
import { Menu, UnstyledButton } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { Scheme } from '#shared/contract/preferences';
import { usePreferences } from '../preferences.ts';
import { useShortcut } from '../shortcuts.ts';
import { useText } from '../text.ts';
import { IconSettings } from '../ui/icons.ts';
import { Lamp } from '../ui/lamp.tsx';
import type { Entry, NavigationEntry } from './navigation.ts';
import { toPage } from './to-page.ts';

function RailItem({ item, isOpen }: { item: NavigationEntry; isOpen: boolean }) {
  const t = useText();
  const [, navigate] = useLocation();
  useShortcut(item.entry, () => {
    toPage();
    navigate(item.path);
  });
  return (
    <li>
      <Link className="rail-item" href={item.path} {...(isOpen ? { 'aria-current': 'page' as const } : {})}>
        <item.icon size={19} stroke={1.7} aria-hidden />
        {t(item.name)}
      </Link>
    </li>
  );
}

const schemes = [
  { scheme: 'auto', name: 'shell.schemeAuto' },
  { scheme: 'light', name: 'shell.schemeLight' },
  { scheme: 'dark', name: 'shell.schemeDark' },
] as const satisfies readonly { scheme: Scheme; name: string }[];

function Settings({ personName }: { personName: string }) {
  const t = useText();
  const { scheme, change } = usePreferences();
  return (
    <Menu position="top-start" width={260}>
      <Menu.Target>
        <UnstyledButton className="rail-item">
          <IconSettings size={19} stroke={1.7} aria-hidden />
          {t('shell.settingsOf', { name: personName })}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={scheme} onChange={(value) => change({ scheme: Scheme.parse(value) })}>
          {schemes.map((choice) => (
            <Menu.RadioItem key={choice.scheme} value={choice.scheme} closeMenuOnClick>
              {t(choice.name)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

interface RailProps {
  readonly items: readonly NavigationEntry[];
  readonly open: Entry | undefined;
  readonly personName: string;
}

export function Rail({ items, open, personName }: RailProps) {
  const t = useText();
  return (
    <nav className="rail" aria-label={t('shell.mainNavigation')}>
      <div className="brand">
        <Lamp />
        <span>{t('shell.name')}</span>
      </div>
      <ul>
        {items.map((item) => (
          <RailItem key={item.entry} item={item} isOpen={item.entry === open} />
        ))}
      </ul>
      <div className="rail-foot">
        <Settings personName={personName} />
      </div>
    </nav>
  );
}
