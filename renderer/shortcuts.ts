// Every keyboard shortcut in one table: it feeds the handlers, the hints on buttons and the help, and a test finds doubles.
// No single letters: they would fire while somebody types or dictates (WCAG 2.1.4). Every shortcut has a button too.
import { useEffect, useEffectEvent } from 'react';
import type { TextKey } from '#shared/text/language';

/** `everywhere` works on every page; the others only while their page is open. */
export type Scope = 'everywhere' | 'form' | 'case';

export interface Shortcut {
  readonly scope: Scope;
  /** Ctrl stands for Cmd on macOS. Key names as in KeyboardEvent.key, letters in lower case. */
  readonly keys: string;
  readonly name: TextKey;
}

export const shortcuts = {
  find: { scope: 'everywhere', keys: 'Ctrl+k', name: 'shell.find' },
  lock: { scope: 'everywhere', keys: 'Ctrl+l', name: 'shell.lock' },
  hideNames: { scope: 'everywhere', keys: 'Ctrl+Shift+h', name: 'shell.hideNames' },
  largerText: { scope: 'everywhere', keys: 'Ctrl+=', name: 'shell.largerText' },
  smallerText: { scope: 'everywhere', keys: 'Ctrl+-', name: 'shell.smallerText' },
  normalText: { scope: 'everywhere', keys: 'Ctrl+0', name: 'shell.normalText' },
  newCase: { scope: 'everywhere', keys: 'Ctrl+n', name: 'shell.someoneNew' },
  today: { scope: 'everywhere', keys: 'Alt+1', name: 'shell.today' },
  cases: { scope: 'everywhere', keys: 'Alt+2', name: 'shell.cases' },
  needs: { scope: 'everywhere', keys: 'Alt+3', name: 'shell.needs' },
  calendar: { scope: 'everywhere', keys: 'Alt+4', name: 'shell.calendar' },
  house: { scope: 'everywhere', keys: 'Alt+5', name: 'shell.house' },
  partners: { scope: 'everywhere', keys: 'Alt+6', name: 'shell.partners' },
  reports: { scope: 'everywhere', keys: 'Alt+7', name: 'shell.reports' },
  team: { scope: 'everywhere', keys: 'Alt+t', name: 'shell.team' },
  safekeeping: { scope: 'everywhere', keys: 'Alt+8', name: 'shell.safekeeping' },
  help: { scope: 'everywhere', keys: 'Alt+9', name: 'shell.help' },
  callers: { scope: 'everywhere', keys: 'Alt+0', name: 'shell.callers' },
  addNote: { scope: 'case', keys: 'Alt+n', name: 'shell.addNote' },
  print: { scope: 'case', keys: 'Ctrl+p', name: 'shell.print' },
  addGoal: { scope: 'case', keys: 'Alt+g', name: 'shell.addGoal' },
  nextPart: { scope: 'form', keys: 'Alt+ArrowDown', name: 'shell.nextPart' },
  previousPart: { scope: 'form', keys: 'Alt+ArrowUp', name: 'shell.previousPart' },
  finish: { scope: 'form', keys: 'Ctrl+Enter', name: 'shell.finish' },
} as const satisfies Record<string, Shortcut>;
export type ShortcutName = keyof typeof shortcuts;

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The chord of a key press, written as in the table. */
export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  // Plus and equals share a key on many keyboards, with or without Shift.
  const isPlus = key === '+';
  const name = isPlus ? '=' : key.length === 1 ? key.toLowerCase() : key;
  return [ctrlKey || metaKey ? 'Ctrl' : '', altKey ? 'Alt' : '', shiftKey && !isPlus ? 'Shift' : '', name]
    .filter(Boolean)
    .join('+');
}

/** For a hint on a button: "Ctrl K". */
export function keysShown(name: ShortcutName): string {
  return shortcuts[name].keys
    .split('+')
    .map((part) => (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
}

/** Runs `act` on the shortcut while the component is shown. */
export function useShortcut(name: ShortcutName, act: () => void, isOn = true): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || chordOf(event) !== shortcuts[name].keys) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [isOn]);
}
