// Words she said or chose, in the second typeface, and the alias, which is one of them.
import type { ReactNode } from 'react';
import { usePreferences } from '../preferences.ts';
import { Patch, patchOf } from './patch.tsx';

interface HersProps {
  readonly children: ReactNode;
  /** A whole sentence also carries quotation marks, so that the sign never rests on a typeface alone. */
  readonly quote?: boolean;
  readonly size?: 'md' | 'lg' | 'xl';
}

export function Hers({ children, quote = false, size }: HersProps) {
  const classes = ['hers', quote ? 'hers-quote' : '', size ? `hers-${size}` : ''].filter(Boolean).join(' ');
  return (
    <span className={classes} dir="auto">
      {children}
    </span>
  );
}

/** Who is meant, as far as names may be seen now: the alias, or a number while names are hidden. */
export interface AliasOf {
  readonly caseFileId: string;
  readonly alias: string;
  /** Stands in for the alias while names are hidden. */
  readonly caseNumber?: string | undefined;
}
export function AliasText({ caseFileId, alias, caseNumber }: AliasOf) {
  const namesHidden = usePreferences((preferences) => preferences.namesHidden);
  return namesHidden ? (
    <span className="num">{caseNumber ?? String(patchOf(caseFileId) + 1)}</span>
  ) : (
    <Hers>{alias}</Hers>
  );
}

/** Patch and alias in one line. `size` of the patch in px. */
export function Alias({ caseFileId, alias, caseNumber, size = 24 }: AliasOf & { size?: number }) {
  return (
    <span className="alias">
      <Patch caseFileId={caseFileId} size={size} />
      <AliasText caseFileId={caseFileId} alias={alias} caseNumber={caseNumber} />
    </span>
  );
}
