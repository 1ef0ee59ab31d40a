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
  // Through the debugger, so that the policy of the page need not be loosened for the test; once, for sending it takes longer
  // than running it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`(() => { ${source} })(), undefined`);
  return page.evaluate(async (runOnly) => {
    // A colour on its way to another is neither. What turns for ever has no end to be brought to.
    for (const each of document.getAnimations())
      if (each.effect?.getComputedTiming().endTime !== Infinity) each.finish();
    const { axe } = window as unknown as { axe: { run: typeof runAxe } };
    const found = await axe.run(document, { runOnly, resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  }, rules);
}

/**
 * The violations of one screen in both schemes, each line beginning with the screen's name. In the scheme it stands in it is
 * judged by every rule, and stays in the other: changing the scheme takes as long as judging.
 */
export async function violationsOf(page: Page, screen: string): Promise<string[]> {
  const present = await page.evaluate(() => document.documentElement.dataset['mantineColorScheme']);
  const [first, other] = SCHEMES.toSorted((one, two) => Number(two === present) - Number(one === present));
  const found = await violationsIn(page, first!, { type: 'tag', values: TAGS });
  found.push(...(await violationsIn(page, other!, { type: 'rule', values: OF_COLOUR })));
  return found.map((line) => `${screen}, ${line}`);
}

async function violationsIn(page: Page, colorScheme: (typeof SCHEMES)[number], rules: RunOnly): Promise<string[]> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(
    (wanted) => document.documentElement.dataset['mantineColorScheme'] === wanted,
    colorScheme,
  );
  return (await violations(page, rules)).map((line) => `${colorScheme}: ${line}`);
}
