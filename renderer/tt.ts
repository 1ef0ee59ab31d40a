// The only Trusted Types policy. It must be imported before anything else: without it nothing may touch the page's markup.
// Markup is never accepted. Mantine writes its generated CSS through innerHTML, and CSS has no "<".

interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(text: string): string }): unknown;
}

function refuseMarkup(text: string): string {
  if (text.includes('<')) throw new TypeError('markup refused');
  return text;
}

const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
factory?.createPolicy('default', { createHTML: refuseMarkup });
