// What a page of ours may load and do. The headers go out with every answer; the nonce is new for each.

/** The one origin of the app: `app://vault`. */
export const ORIGIN = 'app://vault';
export const START_PAGE = `${ORIGIN}/index.html`;

/** Where a preview's page comes from: an origin that shares nothing with the app's. */
export const PREVIEW_ORIGIN = 'app://preview';
export const PREVIEW_PAGE = `${PREVIEW_ORIGIN}/index.html`;

/** Where a press begins, with an empty page. */
const PRESS_ORIGIN = 'app://press';
export const PRESS_PAGE = `${PRESS_ORIGIN}/index.html`;

/** A preview runs its own script and nothing else: no style, image, font, worker or connection, no markup. */
const PREVIEW_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** A press shows a page with the style in it, whose own policy names that one style; no script of any kind, nothing loaded. */
const PRESS_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The placeholder the build leaves in the page, replaced in every answer. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__';

/**
 * The content security policy. The nonce covers the styles Mantine writes at run time; style attributes set through
 * the DOM are not affected. Trusted Types admit only the page's `default` policy, which refuses markup.
 */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}

export const pageHeaders = (contentType: string, nonce: string): Record<string, string> =>
  headersWith(contentType, contentSecurityPolicy(nonce));
export const previewHeaders = (contentType: string): Record<string, string> => headersWith(contentType, PREVIEW_POLICY);
export const pressHeaders = (contentType: string): Record<string, string> => headersWith(contentType, PRESS_POLICY);

function headersWith(contentType: string, policy: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
  };
}

/** Requests the session lets through: our own files, blobs our page made, and images written into our page. */
export function isOurRequest(url: string): boolean {
  const isFile = [ORIGIN, PREVIEW_ORIGIN, PRESS_ORIGIN].some((origin) => url.startsWith(`${origin}/`));
  return isFile || url.startsWith(`blob:${ORIGIN}/`) || url.startsWith('data:image/');
}
