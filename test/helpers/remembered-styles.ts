// jsdom holds its whole default stylesheet against an element each time somebody asks how it looks, and every search by role asks
// that of most of the page: a third of the time. No stylesheet of the app is loaded in jsdom, so elements that agree in all that
// the default one looks at look alike, and the answer for the first is remembered. remembered-styles.test.tsx holds the two together.

/** The attributes that jsdom's default stylesheet looks at. */
const LOOKED_AT = ['align', 'dir', 'frame', 'href', 'open', 'popover', 'rules', 'sizes', 'title', 'type'];
/** Mantine's only classes with rules of their own in jsdom. */
const BY_WIDTH = /mantine-(?:hidden|visible)-from/;
/** What an element takes from those around it. */
const INHERITED = /(?:^|[\s;])(?:visibility|pointer-events|color|caret-color)\s*:/;

// An attribute that is there without a value is not one that is missing, so null is spelt out.
const likeness = (element: Element): string =>
  JSON.stringify([
    element.parentElement?.localName,
    element.localName,
    ...LOOKED_AT.map((name) => element.getAttribute(name)),
  ]);

/** Says something of its looks itself; properties of Mantine's own (--…) change nothing by themselves. */
function hasOwnLooks(element: Element): boolean {
  const own = element.getAttribute('style');
  const says = own !== null && own.split(';').some((part) => /^\s*[^-\s]/.test(part));
  return (
    says ||
    element.hasAttribute('hidden') ||
    element === document.activeElement ||
    BY_WIDTH.test(element.getAttribute('class') ?? '')
  );
}

function takesLooks(element: Element): boolean {
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (around.hasAttribute('hidden') || INHERITED.test(around.getAttribute('style') ?? '')) return true;
  }
  return false;
}

const windows = new WeakSet<Window>();

/** Stands before a window's own way of asking, which still answers for whatever has looks of its own. */
export function rememberStyles(window: Window): void {
  if (windows.has(window)) return;
  windows.add(window);
  const known = new Map<string, CSSStyleDeclaration>();
  const real = window.getComputedStyle.bind(window);
  window.getComputedStyle = (element, pseudo) => {
    if (pseudo || !element.isConnected || hasOwnLooks(element) || takesLooks(element)) return real(element, pseudo);
    const like = likeness(element);
    const found = known.get(like) ?? real(element);
    known.set(like, found);
    return found;
  };
}
