// What axe finds wrong with the page as it stands, measured in the real runtime where colours and sizes are real.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { run as runAxe } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.0, 2.1 and 2.2, levels A and AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
export const SCHEMES = ['light', 'dark'] as const;

/** Each violation as one line: rule, where, and what axe says about it. */
async function violations(page: Page): Promise<string[]> {
  // Through the debugger, so that the policy of the page need not be loosened for the test.
  await page.evaluate(`window.axe === undefined && (() => { ${source} })(), undefined`);
  return page.evaluate(async (tags) => {
    // A colour on its way to another is neither.
    await Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined)));
    const { axe } = window as unknown as { axe: { run: typeof runAxe } };
    const found = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  }, TAGS);
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
    found.push(...(await violations(page)).map((line) => `${screen}, ${colorScheme}: ${line}`));
  }
  return found;
}
