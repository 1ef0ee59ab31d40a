// What cleaning a picture gives: the parts that are needed to draw it, unchanged, and nothing else.
import { VaultError } from '#shared/contract/errors';
import { PICTURE_POINTS, type Turn } from '#shared/records/attachment';

export interface CleanPicture {
  /** To be written one after another; most are views of the bytes that were given. */
  readonly pieces: readonly Uint8Array[];
  readonly width: number;
  readonly height: number;
  readonly turn: Turn;
}

/** A picture that ends too early or contradicts itself. */
export const brokenPicture = (): VaultError => new VaultError('file-damaged', { reason: 'picture' });

/** Throws `file-damaged` without points, `file-too-big` with more than 40 million. */
export function requirePoints(width: number, height: number): void {
  if (width < 1 || height < 1) throw brokenPicture();
  if (width * height > PICTURE_POINTS) throw new VaultError('file-too-big', { limitMegapixels: PICTURE_POINTS / 1e6 });
}
