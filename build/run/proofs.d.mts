import type { Proof } from './judge-proofs.mjs';

export const proofs: readonly Proof[];
export const RUNS: readonly { readonly name: string; readonly folder: string; readonly workers?: number }[];
