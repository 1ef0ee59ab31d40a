// A file of a stranger is decoded in a hidden page of its own: one for one picture or page.
import { join } from 'node:path';
import { builtPreload, type HiddenPages, hiddenPages } from './hidden-pages.ts';
import { servePreview } from './pages.ts';
import { PREVIEW_PAGE } from './policy.ts';

/** A picture of 40 million points takes about two seconds. */
const LONGEST_MS = 20_000;

/** @param out the folder of the built processes */
export const previewsFrom = (out: string): HiddenPages =>
  hiddenPages({
    name: 'preview',
    address: PREVIEW_PAGE,
    preload: builtPreload(out, 'preload-preview'),
    longest: LONGEST_MS,
    serve: (fresh) => servePreview(fresh, join(out, 'preview')),
  });
