// Elements out of plain values. Text is always set as text: nothing in a package is ever read as markup.
type Child = Node | string | null;
type Attributes = Readonly<Record<string, string | boolean>>;

export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A field with its label above and a hint below. */
export function field(label: string, hint: string, input: HTMLElement & { id: string }): HTMLElement {
  const hintId = `${input.id}-hint`;
  if (hint !== '') input.setAttribute('aria-describedby', hintId);
  return el(
    'div',
    { class: 'field' },
    el('label', { for: input.id }, label),
    input,
    hint === '' ? null : el('p', { class: 'hint', id: hintId }, hint),
  );
}

export function button(label: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = el('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', act);
  return made;
}

/** A titled part of the page. */
export const part = (title: string, ...children: readonly Child[]): HTMLElement =>
  el('section', {}, el('h2', {}, title), ...children);

/** Label and value, one under the other on a narrow screen. */
export const line = (label: string, value: Child, attributes: Attributes = {}): HTMLElement =>
  el('div', { class: 'line' }, el('dt', { dir: 'auto' }, label), el('dd', { dir: 'auto', ...attributes }, value));

/** Room for one sentence that is read out when it comes. */
export function notice(): { readonly element: HTMLElement; say(words: string, bad?: boolean): void } {
  const element = el('p', { class: 'notice', role: 'status', hidden: true });
  return {
    element,
    say: (words, bad = false) => {
      element.hidden = words === '';
      element.setAttribute('role', bad ? 'alert' : 'status');
      element.classList.toggle('bad', bad);
      element.textContent = words;
    },
  };
}

/** Lets the browser paint what was just changed before a long piece of work begins. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 20)));
