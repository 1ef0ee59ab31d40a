// The find box: one field for pages and actions, and for cases by two letters of a name. Enter opens the first one.
import { Combobox, Kbd, TextInput, useCombobox } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { keysShown, useShortcut } from '../shortcuts.ts';
import { useText } from '../text.ts';
import { IconFind } from '../ui/icons.ts';

export interface Finding {
  readonly id: string;
  readonly label: ReactNode;
  readonly open: () => void;
}
export interface FindingGroup {
  readonly name: string;
  readonly findings: readonly Finding[];
  /** One quiet line below them; empty when there is nothing to say. */
  readonly note: string;
}

interface FindBoxProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** What matches the query now, best first. */
  readonly groups: readonly FindingGroup[];
}

export function FindBox({ query, onQuery, groups }: FindBoxProps) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  useShortcut('find', () => field.current?.focus());
  const findings = groups.flatMap((group) => group.findings);

  const open = (id: string): void => {
    findings.find((finding) => finding.id === id)?.open();
    onQuery('');
    box.closeDropdown();
    field.current?.blur();
  };
  const type = (words: string): void => {
    onQuery(words);
    if (words.trim() === '') box.closeDropdown();
    else box.openDropdown();
  };
  // The first finding is chosen as soon as there is one, so that two letters and Enter are enough.
  const chooseFirst = useEffectEvent(() => void box.selectFirstOption());
  const first = findings[0]?.id;
  useEffect(() => {
    if (first !== undefined) chooseFirst();
  }, [query, first]);

  return (
    <Combobox store={box} onOptionSubmit={open} withinPortal={false} shadow="md" radius="md">
      <Combobox.Target>
        <TextInput
          ref={field}
          id="find"
          className="find"
          aria-label={t('shell.find')}
          placeholder={t('shell.findPlaceholder')}
          value={query}
          onChange={(event) => type(event.currentTarget.value)}
          onBlur={() => box.closeDropdown()}
          onKeyDown={(event) => event.key === 'Escape' && onQuery('')}
          leftSection={<IconFind size={17} aria-hidden />}
          rightSection={<Kbd size="xs">{keysShown('find')}</Kbd>}
          rightSectionWidth={66}
          autoComplete="off"
          spellCheck={false}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={query.trim() === ''}>
        <Combobox.Options aria-label={t('shell.find')}>
          {groups.map((group) => (
            <Combobox.Group key={group.name} label={group.name}>
              {group.findings.map((finding) => (
                <Combobox.Option key={finding.id} value={finding.id}>
                  {finding.label}
                </Combobox.Option>
              ))}
              {group.note !== '' && <p className="find-note">{group.note}</p>}
            </Combobox.Group>
          ))}
          {findings.length === 0 && <Combobox.Empty>{t('shell.findNothing')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
