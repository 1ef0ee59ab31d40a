// From the bytes of a picture to its points, upright and no larger than asked.
import type { FromPreview, ToPreview } from '#shared/contract/preview';
import { joined } from './joined.ts';

type Wish = Omit<Extract<ToPreview, { type: 'draw' }>, 'type'>;

/** Rejects when the browser's decoder does not take it. */
export async function drawPicture(pieces: readonly Uint8Array[], wish: Wish): Promise<FromPreview> {
  // Straight from memory: an address for the bytes would put them into another process.
  const data = joined(pieces);
  const decoder = new ImageDecoder({ type: wish.mime, data, transfer: [data.buffer], preferAnimation: false });
  const { image } = await decoder.decode();
  const drawn = pointsOf(image, wish);
  image.close();
  decoder.close();
  return drawn;
}

function pointsOf(image: VideoFrame, { turn, longestSide }: Wish): FromPreview {
  const { codedWidth, codedHeight } = image;
  const scale = Math.min(1, longestSide / Math.max(codedWidth, codedHeight));
  const [across, down] = [codedWidth, codedHeight].map((side) => Math.max(1, Math.round(side * scale))) as [
    number,
    number,
  ];
  const [width, height] = turn > 4 ? [down, across] : [across, down];
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  context.setTransform(...uprightBy(turn, width, height));
  context.drawImage(image, 0, 0, across, down);
  const { data } = context.getImageData(0, 0, width, height);
  return { type: 'drawn', width, height, pixels: new Uint8Array(data.buffer) };
}

type Matrix = readonly [number, number, number, number, number, number];

/** EXIF's eight orientations as transforms onto a canvas of the final size (Exif 2.32, tag 0x0112). */
function uprightBy(turn: number, width: number, height: number): [number, number, number, number, number, number] {
  const ways: readonly Matrix[] = [
    [1, 0, 0, 1, 0, 0],
    [-1, 0, 0, 1, width, 0],
    [-1, 0, 0, -1, width, height],
    [1, 0, 0, -1, 0, height],
    [0, 1, 1, 0, 0, 0],
    [0, 1, -1, 0, width, 0],
    [0, -1, -1, 0, width, height],
    [0, -1, 1, 0, 0, height],
  ];
  return [...(ways[turn - 1] ?? ways[0]!)];
}
