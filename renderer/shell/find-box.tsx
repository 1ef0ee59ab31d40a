// The find box: one field for cases by two letters of a name, for actions and for pages. Ctrl K opens it, arrows choose,
// Enter opens the first one, Escape leaves it.
import { Combobox, Kbd, TextInput, useCombobox } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { keysShown, useShortcut } from '../shortcuts.ts';
import { useText } from '../text.ts';
import { IconFind } from '../ui/icons.ts';
import { toPage } from './to-page.ts';

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
  const hasChosen = useRef(false);
  const waits = useRef(false);
  const box = useCombobox({
    onDropdownOpen: () => onOpen(true),
    onDropdownClose: () => {
      hasChosen.current = false;
      box.resetSelectedOption();
      onOpen(false);
    },
  });
  // What is there already is written over: somebody who asks for the box begins anew.
  useShortcut('find', () => {
    field.current?.focus();
    field.current?.select();
  });
  const findings = groups.flatMap((group) => group.findings);
  const first = findings[0]?.id;

  const leave = (): void => {
    onQuery('');
    box.closeDropdown();
    field.current?.blur();
  };
  const open = (id: string | undefined): void => {
    const chosen = findings.find((finding) => finding.id === id);
    if (chosen === undefined) return;
    leave();
    toPage();
    chosen.open();
  };
  const press = (key: string): void => {
    if (key.startsWith('Arrow')) hasChosen.current = true;
    if (key === 'Escape') leave();
  };
  // Without the arrows it is the first one that Enter means, whether or not the list has marked it already.
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || hasChosen.current) return;
    event.stopPropagation();
    if (isAsking) waits.current = true;
    else open(first);
  };
  const type = (words: string): void => {
    waits.current = false;
    hasChosen.current = false;
    onQuery(words);
    box.openDropdown();
  };
  // The first finding is chosen as soon as there is one, so that two letters and Enter are enough.
  const chooseFirst = useEffectEvent(() => void box.selectFirstOption());
  useEffect(() => {
    if (first !== undefined) chooseFirst();
  }, [query, first]);
  const openAwaited = useEffectEvent(() => {
    if (!waits.current || isAsking) return;
    waits.current = false;
    open(first);
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
          onBlur={() => {
            onQuery('');
            box.closeDropdown();
          }}
          onKeyDownCapture={enter}
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
