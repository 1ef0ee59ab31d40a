// A sealed earlier file where lists name whom a line is about: its number, and that it is closed.
import { IconLock } from './icons.ts';

export const SealedNumber = ({ caseNumber, size = 20 }: { caseNumber: string; size?: number }) => (
  <span className="alias">
    <IconLock size={size} aria-hidden />
    <span className="num">{caseNumber}</span>
  </span>
);
