// What axe finds wrong with the page as it stands, measured in the real runtime where colours and sizes are real.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { run as runAxe, RunOnly } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.0, 2.1 and 2.2, levels A and AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
export const SCHEMES = ['light', 'dark'] as const;
/** The rules that look at colours: a page in its other scheme is the same to all others. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

/** Each violation of these rules as one line: rule, where, and what axe says about it. */
async function violations(page: Page, rules: RunOnly): Promise<string[]> {
  // Through the debugger, so that the policy of the page need not be loosened for the test.
  await page.evaluate(`window.axe === undefined && (() => { ${source} })(), undefined`);
  return page.evaluate(async (runOnly) => {
    // A colour on its way to another is neither.
    await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined)));
    const { axe } = window as unknown as { axe: { run: typeof runAxe } };
    const found = await axe.run(document, { runOnly, resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  }, rules);
}

/** The violations of one screen in both schemes, each line beginning with the screen's name. */
export async function violationsOf(page: Page, screen: string): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction(
      (wanted) => document.documentElement.dataset['mantineColorScheme'] === wanted,
      colorScheme,
    );
    const rules: RunOnly =
      colorScheme === SCHEMES[0] ? { type: 'tag', values: TAGS } : { type: 'rule', values: OF_COLOUR };
    found.push(...(await violations(page, rules)).map((line) => `${screen}, ${colorScheme}: ${line}`));
  }
  return found;
}
