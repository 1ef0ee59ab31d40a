type Figures = Readonly<Record<string, number>>;

export interface Proof {
  readonly id: string;
  readonly claim: string;
  readonly files: readonly string[];
  readonly figures: Readonly<Record<string, string>>;
  readonly control: { readonly says: string; readonly figures: Readonly<Record<string, string>> };
  readonly notBuilt?: string;
  /** What is asked of all days of a long run in sum, and the file that plays one. */
  readonly long?: { readonly file: string; readonly figures: Readonly<Record<string, string>> };
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
