// The header, in a fixed order on every page: find, save chip, backup age, hide names, text size, language, Lock.
import { ActionIcon, Button, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { languages } from '#shared/text/language';
import { backupAge } from '../dates.ts';
import { stepTextSize, usePreferences } from '../preferences.ts';
import { keysShown, useShortcut } from '../shortcuts.ts';
import { chooseLanguage, useText } from '../text.ts';
import {
  type Icon,
  IconHideNames,
  IconLanguage,
  IconLargerText,
  IconLock,
  IconNoticed,
  IconSmallerText,
  IconStick,
} from '../ui/icons.ts';
import { SaveChip } from '../ui/save-chip.tsx';

interface ToolProps {
  readonly label: string;
  readonly icon: Icon;
  readonly onClick: () => void;
  readonly isPressed?: boolean;
}
/** An icon without words: only here, and always with a name and a tooltip. */
function Tool({ label, icon: Sign, onClick, isPressed }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" size={34} aria-label={label} aria-pressed={isPressed} onClick={onClick}>
        <Sign size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function LanguageMenu() {
  const t = useText();
  if (languages.length < 2) return null;
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="subtle" size={34} aria-label={t('shell.language')}>
          <IconLanguage size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {languages.map((language) => (
          <Menu.Item key={language.code} lang={language.code} onClick={() => void chooseLanguage(language)}>
            {language.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Tools() {
  const t = useText();
  const { textSize, namesHidden, change } = usePreferences();
  const toggleNames = (): void => change({ namesHidden: !namesHidden });
  const smaller = (): void => change({ textSize: stepTextSize(textSize, -1) });
  const larger = (): void => change({ textSize: stepTextSize(textSize, 1) });
  useShortcut('hideNames', toggleNames);
  return (
    <span className="tools">
      <Tool
        label={namesHidden ? t('shell.showNames') : t('shell.hideNames')}
        icon={namesHidden ? IconNoticed : IconHideNames}
        isPressed={namesHidden}
        onClick={toggleNames}
      />
      <Tool label={t('shell.smallerText')} icon={IconSmallerText} onClick={smaller} />
      <Tool label={t('shell.largerText')} icon={IconLargerText} onClick={larger} />
      <LanguageMenu />
    </span>
  );
}

interface HeaderProps {
  readonly find: ReactNode;
  /** UTC ms of the newest verified backup. */
  readonly lastBackupAt: number | null;
  readonly onLock: () => void;
}

export function Header({ find, lastBackupAt, onLock }: HeaderProps) {
  const t = useText();
  const [, navigate] = useLocation();
  return (
    <header className="top">
      {find}
      <span className="top-gap" />
      <SaveChip />
      <UnstyledButton className="chip" onClick={() => navigate('/safekeeping')}>
        <IconStick size={17} aria-hidden />
        {backupAge(lastBackupAt)}
      </UnstyledButton>
      <Tools />
      <Button
        className="lock"
        onClick={onLock}
        leftSection={<IconLock size={17} aria-hidden />}
        rightSection={<span className="lock-key">{keysShown('lock')}</span>}
      >
        {t('shell.lock')}
      </Button>
    </header>
  );
}
