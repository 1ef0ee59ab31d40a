// A code as a square picture (QR), for what is read off the screen or a paper instead of typed.
import { encode } from 'uqr';

/** One SVG path; a scanner reads it, a person types the letters. `size` in px. */
export function CodePicture({ code, size, label }: { code: string; size: number; label: string }) {
  const picture = encode(code, { border: 0 });
  const path = picture.data.flatMap((row, y) => row.map((isOn, x) => (isOn ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${picture.size} ${picture.size}`}
      width={size}
      height={size}
      role="img"
      aria-label={label}
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}
