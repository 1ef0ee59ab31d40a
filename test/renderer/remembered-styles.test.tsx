// What remembered-styles.ts answers is what jsdom itself answers, for each element of a page and for what hides.
import { screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { caseAnswers } from '../helpers/case-answers.ts';
import { fakeTransport } from '../helpers/fake-transport.ts';
import { openScreen } from '../helpers/screen.tsx';

const WHAT_TESTS_ASK = [
  'display',
  'visibility',
  'opacity',
  'pointer-events',
  'position',
  'overflow',
  'content',
  'direction',
];
const looks = (style: CSSStyleDeclaration) => WHAT_TESTS_ASK.map((property) => style.getPropertyValue(property));

const added = document.createElement('div');
afterEach(() => added.remove());

/** A frame has a window of its own, which nobody filled in. */
function ofJsdom(): Window['getComputedStyle'] {
  const frame = document.createElement('iframe');
  added.append(frame);
  const other = frame.contentWindow!;
  return (element) => other.getComputedStyle(element);
}

const HIDING = `
  <table><tbody><tr hidden><td>a<b>b</b></td></tr><tr><td>c</td></tr></tbody></table>
  <div style="visibility: hidden"><p>d<button style="--size: 1px">e</button></p></div>
  <div style="--size: 1px"><p style="display: none"><i>f</i></p><p hidden>g</p><input type="hidden"><input type="search"></div>
  <details><summary>h</summary><p>i</p></details><dialog><p>j</p></dialog><dialog open><p>k</p></dialog>
  <p class="mantine-hidden-from-xs">l</p><p class="mantine-visible-from-xs">m</p><p class="other">n</p><p popover="">o</p>`;

it('every element looks as jsdom says, asked twice, and hiding one is seen', async () => {
  const transport = fakeTransport(caseAnswers);
  openScreen(transport, '/nowhere');
  await screen.findByRole('navigation', { name: 'Main' });
  added.innerHTML = HIDING;
  document.body.append(added);
  const own = ofJsdom();
  for (const element of document.querySelectorAll('*')) {
    const asJsdomSays = looks(own(element));
    expect(looks(getComputedStyle(element)), element.outerHTML).toEqual(asJsdomSays);
    expect(looks(getComputedStyle(element)), element.outerHTML).toEqual(asJsdomSays);
  }
  const plain = document.querySelector<HTMLElement>('p.other')!;
  plain.style.visibility = 'hidden';
  expect(getComputedStyle(plain).visibility).toBe('hidden');
});
