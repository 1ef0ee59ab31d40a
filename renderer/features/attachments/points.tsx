// Points that were drawn elsewhere, put on a canvas.
import { useEffect, useRef } from 'react';
import type { DrawnAttachment } from '#shared/records/attachment';

interface PointsProps {
  readonly drawn: Pick<DrawnAttachment, 'width' | 'height' | 'pixels'>;
  /** What it is called for whoever does not see it. */
  readonly label: string;
  readonly className: string;
}

export function Points({ drawn, label, className }: PointsProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(drawn.width, drawn.height);
    image.data.set(drawn.pixels);
    context.putImageData(image, 0, 0);
  }, [drawn]);
  return (
    <canvas
      ref={canvas}
      className={className}
      width={drawn.width}
      height={drawn.height}
      role="img"
      aria-label={label}
    />
  );
}
