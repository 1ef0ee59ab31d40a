// What a person with the largest text cannot read, measured where boxes are real, in both directions of writing.
import type { Page } from 'playwright-core';

/** Each fault as one line: the page that has to be pushed sideways, and words that end at the edge of their box. */
export async function cutOff(page: Page, screen: string): Promise<string[]> {
  return page.evaluate((name) => {
    const root = document.documentElement;
    const before = { dir: root.dir, size: root.style.fontSize };
    const isHidden = (element: Element) => element.closest('.vh, [hidden], [aria-hidden=true]') !== null;
    const label = (element: HTMLElement) =>
      `${element.tagName}.${element.className} “${element.innerText.slice(0, 30)}”`;
    const isCut = (element: HTMLElement) =>
      element.scrollWidth > element.clientWidth + 1 &&
      element.clientWidth > 0 &&
      element.innerText.trim() !== '' &&
      ['hidden', 'clip'].includes(getComputedStyle(element).overflowX) &&
      !isHidden(element);
    const found: string[] = [];
    for (const dir of ['ltr', 'rtl']) {
      root.dir = dir;
      root.style.fontSize = '150%';
      for (const box of document.querySelectorAll<HTMLElement>('html, main'))
        if (box.scrollWidth > box.clientWidth + 1)
          found.push(`${name}, ${dir}: ${box.tagName} is wider than the window`);
      for (const element of document.querySelectorAll<HTMLElement>('body *'))
        if (element instanceof HTMLElement && isCut(element)) found.push(`${name}, ${dir}: cut off: ${label(element)}`);
    }
    root.dir = before.dir;
    root.style.fontSize = before.size;
    return found;
  }, screen);
}
