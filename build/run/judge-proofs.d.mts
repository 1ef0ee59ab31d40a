type Figures = Readonly<Record<string, number>>;

export interface Proof {
  readonly id: string;
  readonly claim: string;
  readonly files: readonly string[];
  readonly figures: Readonly<Record<string, string>>;
  readonly control: { readonly says: string; readonly figures: Readonly<Record<string, string>> };
  readonly notBuilt?: string;
  /** What is asked of a long run; `inDays`: of all its days in sum. */
  readonly long?: { readonly inDays?: boolean; readonly figures: Readonly<Record<string, string>> };
}
export interface Judged {
  readonly id: string;
  readonly verdict: 'pass' | 'FAIL' | 'not built';
  readonly why: readonly string[];
  readonly found: Figures;
  readonly control: Figures;
}
export interface Line {
  readonly claim: string;
  readonly found?: Figures;
  readonly control?: Figures;
}

export function holds(asked: string, number: number | undefined): boolean;
export function judge(proof: Proof, lines: readonly Line[], files: Readonly<Record<string, boolean>>): Judged;
export function tableOf(judged: readonly Judged[], proofs: readonly Proof[], how: { readonly padded: boolean }): string;
