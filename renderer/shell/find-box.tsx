// The find box: one field for cases by two letters of a name, for actions and for pages. Ctrl K opens it, arrows choose,
// Enter opens the first one, Escape leaves it.
import { Combobox, Kbd, TextInput, useCombobox } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { keysShown, useShortcut } from '../shortcuts.ts';
import { useText } from '../text.ts';
import { IconFind } from '../ui/icons.ts';

export interface Finding {
  readonly id: string;
  readonly label: ReactNode;
  /** The shortcut it has outside the box. */
  readonly keys?: string;
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
  readonly onOpen: (isOpen: boolean) => void;
  /** What matches the query now, best first. */
  readonly groups: readonly FindingGroup[];
  /** Better ones may still come: Enter waits for them, so that nobody has to look before pressing it. */
  readonly isAsking: boolean;
  /** Said when nothing matches. */
  readonly nothing: string;
}

export function FindBox({ query, onQuery, onOpen, groups, isAsking, nothing }: FindBoxProps) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const box = useCombobox({
    onDropdownOpen: () => onOpen(true),
    onDropdownClose: () => {
      box.resetSelectedOption();
      onOpen(false);
    },
  });
  useShortcut('find', () => field.current?.focus());
  const findings = groups.flatMap((group) => group.findings);

  const leave = (): void => {
    onQuery('');
    box.closeDropdown();
    field.current?.blur();
  };
  /** Enter, without another one having been chosen by the arrows. */
  const isEnter = useRef(false);
  const hasChosen = useRef(false);
  const waits = useRef(false);
  const open = (id: string): void => {
    if (isEnter.current && isAsking) return;
    const chosen = findings.find((finding) => finding.id === id);
    leave();
    chosen?.open();
  };
  const press = (key: string): void => {
    if (key.startsWith('Arrow')) hasChosen.current = true;
    isEnter.current = key === 'Enter' && !hasChosen.current;
    if (key === 'Escape') leave();
    if (isEnter.current && isAsking) waits.current = true;
  };
  const type = (words: string): void => {
    waits.current = false;
    hasChosen.current = false;
    onQuery(words);
    box.openDropdown();
  };
  // The first finding is chosen as soon as there is one, so that two letters and Enter are enough.
  const chooseFirst = useEffectEvent(() => void box.selectFirstOption());
  const first = findings[0]?.id;
  useEffect(() => {
    if (first !== undefined) chooseFirst();
  }, [query, first]);
  const openAwaited = useEffectEvent(() => {
    if (!waits.current || isAsking) return;
    waits.current = false;
    if (first !== undefined) open(first);
  });
  useEffect(() => openAwaited(), [isAsking]);

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
          onFocus={() => box.openDropdown()}
          onClick={() => box.openDropdown()}
          onBlur={() => box.closeDropdown()}
          onKeyDown={(event) => press(event.key)}
          leftSection={<IconFind size={17} aria-hidden />}
          rightSection={<Kbd size="xs">{keysShown('find')}</Kbd>}
          rightSectionWidth={66}
          autoComplete="off"
          spellCheck={false}
        />
      </Combobox.Target>
      <Combobox.Dropdown className="find-list" hidden={groups.length === 0 && query.trim() === ''}>
        <Combobox.Options aria-label={t('shell.find')} tabIndex={0} hidden={findings.length === 0}>
          {groups.map((group) => (
            <Combobox.Group key={group.name} label={group.name}>
              {group.findings.map((finding) => (
                <Combobox.Option key={finding.id} value={finding.id}>
                  <span className="find-row">
                    {finding.label}
                    {finding.keys !== undefined && <Kbd size="xs">{finding.keys}</Kbd>}
                  </span>
                </Combobox.Option>
              ))}
              {group.note !== '' && <p className="find-note">{group.note}</p>}
            </Combobox.Group>
          ))}
        </Combobox.Options>
        {/* Beside the list: a list of choices without one is nothing that a screen reader can tell. */}
        {findings.length === 0 && <Combobox.Empty>{nothing}</Combobox.Empty>}
      </Combobox.Dropdown>
    </Combobox>
  );
}
