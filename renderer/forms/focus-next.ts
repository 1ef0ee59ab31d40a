// Enter goes on: from a field to the next one of the same sheet, from the last to the button that names the next part.

const fields = 'input:not([type=hidden]):not([disabled]), textarea:not([disabled]), select:not([disabled])';

/** Options of one group count as one stop, as with the Tab key. */
function stops(root: Element): HTMLElement[] {
  const seen = new Set<string>();
  return [...root.querySelectorAll<HTMLInputElement>(fields)].filter((field) => {
    if (field.type !== 'radio') return true;
    if (seen.has(field.name)) return field.checked;
    seen.add(field.name);
    return true;
  });
}

/** Whether Enter was taken. In text of many lines Enter makes a line, on a button it presses the button. */
export function focusNextField(from: EventTarget, root: Element): boolean {
  if (!(from instanceof HTMLElement) || !from.matches(fields)) return false;
  if (from.dataset['lines'] === 'many' || from.getAttribute('aria-expanded') === 'true') return false;
  const all = stops(root);
  const group = from instanceof HTMLInputElement && from.type === 'radio' ? from.name : null;
  const later = all.slice(all.indexOf(from) + 1);
  const next = later.find((field) => group === null || (field as HTMLInputElement).name !== group);
  const onward = next ?? root.parentElement?.querySelector<HTMLElement>('[data-next]');
  onward?.focus();
  return onward !== undefined && onward !== null;
}
