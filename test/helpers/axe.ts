// axe-core on what a test has rendered. The colour rule needs real pixels and runs in the real app instead, and a
// state that test/end-to-end/visits.ts plainly brings about is left to it. Where it is not plain, it is looked at here too.
import axe from 'axe-core';

export interface Violation {
  readonly rule: string;
  readonly where: readonly string[];
}

/** WCAG 2.2 A and AA violations in the document; empty is what every screen must be. */
export async function wcagViolations(root: Element = document.body): Promise<readonly Violation[]> {
  const result = await axe.run(root, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: { 'color-contrast': { enabled: false } },
    resultTypes: ['violations'],
    // No stylesheet and no frame is there to be fetched.
    preload: false,
    iframes: false,
  });
  return result.violations.map(({ id, nodes }) => ({ rule: id, where: nodes.map(({ html }) => html.slice(0, 160)) }));
}
