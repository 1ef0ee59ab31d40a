// What the vault and a preview say to each other. A preview draws one picture in a process of its own and hands back points:
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
    };

const Drawn = PicturePoints.extend({ type: z.literal('drawn') }).refine(
  ({ width, height, pixels }) => pixels.length === width * height * 4 && Math.max(width, height) <= LONGEST_SIDE,
);

/** Preview → vault: once. */
export const FromPreview = z.union([Drawn, z.strictObject({ type: z.literal('not-drawn') })]);
export type FromPreview = z.output<typeof FromPreview>;
