// Serves the page's own files under app://vault. Nothing outside the built page can be named, let alone read.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import type { Session } from 'electron';
import { NONCE_PLACEHOLDER, pageHeaders, PRESS_PAGE, pressHeaders, PREVIEW_ORIGIN, previewHeaders } from './policy.ts';
import { listServedFiles } from './served-files.ts';
import type { ServedFile } from './served-files.ts';

/** Must run before Electron is ready: gives app:// an origin of its own, without fetch, streams or a code cache. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: false, stream: false, codeCache: false },
    },
  ]);
}

async function pageFile({ file, contentType }: ServedFile): Promise<Response> {
  const nonce = randomBytes(16).toString('base64url');
  const headers = pageHeaders(contentType, nonce);
  if (!contentType.startsWith('text/html')) return new Response(new Uint8Array(await readFile(file)), { headers });
  const html = withoutCors(await readFile(file, 'utf8'));
  return new Response(html.replaceAll(NONCE_PLACEHOLDER, nonce), { headers });
}

const previewFile = async ({ file, contentType }: ServedFile): Promise<Response> =>
  new Response(withoutCors(await readFile(file, 'utf8')), { headers: previewHeaders(contentType) });

/** Vite marks its tags `crossorigin`, which makes Chromium ask for CORS headers that a private scheme has no use for. */
const withoutCors = (html: string): string => html.replaceAll(' crossorigin', '');

type Files = ReadonlyMap<string, ServedFile>;

function serve(session: Session, files: Files, answer: (found: ServedFile) => Promise<Response>): void {
  session.protocol.handle('app', (request) => {
    const found = request.method === 'GET' ? files.get(request.url.replace(/[?#].*$/, '')) : undefined;
    return found === undefined ? new Response(null, { status: 404 }) : answer(found);
  });
}

/** @param folder the built page, `out/renderer` */
export const servePages = (session: Session, folder: string): void => serve(session, listServedFiles(folder), pageFile);

/** Serves a preview's few files to its own session. @param folder the built page, `out/preview` */
export const servePreview = (session: Session, folder: string): void =>
  serve(session, listServedFiles(folder, PREVIEW_ORIGIN), previewFile);

const EMPTY_PAGE = 'text/html; charset=utf-8';

/** A press begins with an empty page. */
export const servePress = (session: Session): void =>
  session.protocol.handle('app', ({ url }) =>
    url === PRESS_PAGE
      ? new Response('<!doctype html>', { headers: pressHeaders(EMPTY_PAGE) })
      : new Response(null, { status: 404 }),
  );
