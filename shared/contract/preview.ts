// What the vault and a preview say to each other. A preview draws one picture or one page in a process of its own and hands back points:
// nobody but it ever decodes the bytes of a stranger.
import { z } from 'zod';
import { LONGEST_SIDE, PicturePoints, type Turn } from '../records/attachment.ts';

/** Vault → preview: the bytes in order, then the wish. */
export type ToPreview =
  | { readonly type: 'piece'; readonly bytes: Uint8Array }
  | {
      readonly type: 'draw';
      readonly mime: 'image/jpeg' | 'image/png' | 'image/webp';
      readonly turn: Turn;
      readonly longestSide: number;
    }
  | { readonly type: 'draw-page'; readonly page: number; readonly longestSide: number };

const isWhole = ({ width, height, pixels }: z.output<typeof PicturePoints>): boolean =>
  pixels.length === width * height * 4 && Math.max(width, height) <= LONGEST_SIDE;
const Drawn = PicturePoints.extend({ type: z.literal('drawn') }).refine(isWhole);
/** `pages`: of the whole document, as it says itself. */
const PageDrawn = PicturePoints.extend({ type: z.literal('page-drawn'), pages: z.int().min(1) }).refine(isWhole);
const NotDrawn = z.strictObject({
  type: z.literal('not-drawn'),
  reason: z.enum(['not-decoded', 'locked', 'no-such-page']),
});

/** Preview → vault: once. */
export const FromPreview = z.union([Drawn, PageDrawn, NotDrawn]);
export type FromPreview = z.output<typeof FromPreview>;
