// The patch: each case is a piece of a quilt, never a face and never initials. It follows from the case's random id, so it
// says nothing about the person and is the same on every screen.

const inks = [
  ['#2f6049', '#cfe3d6'],
  ['#8a5b12', '#f6dfb4'],
  ['#8f4630', '#f5d3c7'],
  ['#445877', '#d9e2f0'],
  ['#4f6b35', '#dcebcf'],
  ['#6a4a5c', '#ead8e2'],
] as const;
const shapes = [
  'M0 0H20A20 20 0 0 1 0 20ZM20 20H40A20 20 0 0 1 20 40Z',
  'M0 0L20 0L20 20ZM40 0L40 20L20 20ZM40 40L20 40L20 20ZM0 40L0 20L20 20Z',
  'M20 3L37 20L20 37L3 20Z',
  'M0 20L20 2L40 20ZM0 40L20 22L40 40Z',
  'M0 0H10V40H0ZM20 0H30V40H20Z',
  'M20 6A14 14 0 1 0 20 34A14 14 0 1 0 20 6Z',
  'M14 0H26V14H40V26H26V40H14V26H0V14H14Z',
  'M0 0H40L20 20L40 40H0L20 20Z',
] as const;

/** Which of the 48 patches a case has, 0 to 47. The end of a version 7 uuid is random; its beginning is a time. */
export function patchOf(caseFileId: string): number {
  return Number.parseInt(caseFileId.replaceAll('-', '').slice(-8), 16) % (inks.length * shapes.length);
}

/** `size` in px. Always stands beside the alias, or beside its number when names are hidden. */
export function Patch({ caseFileId, size = 32 }: { caseFileId: string; size?: number }) {
  const number = patchOf(caseFileId);
  const [ink, ground] = inks[number % inks.length]!;
  return (
    <svg className="patch" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
      <rect width="40" height="40" rx="6" fill={ground} />
      <path d={shapes[Math.floor(number / inks.length)]} fill={ink} />
    </svg>
  );
}
