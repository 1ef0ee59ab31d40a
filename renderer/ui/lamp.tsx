// The sign of the app: a lamp over two lines. Neutral on purpose.

/** `size` in px. Takes the colour of the text around it. */
export const Lamp = ({ size = 28 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
    <path d="M4 15A10 10 0 0 1 24 15Z" fill="#e0b063" />
    <rect x="3" y="18" width="22" height="2.5" rx="1.25" fill="currentColor" />
    <rect x="6.5" y="23" width="15" height="2.5" rx="1.25" fill="currentColor" opacity=".6" />
  </svg>
);
