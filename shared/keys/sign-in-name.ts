// The short name a staff member types to sign in. It finds the key slot and need not be the person's own name.
import { z } from 'zod';

/** One form for every way of typing the same name: NFKC, lower case, no spaces at the ends, one space inside. */
export function foldSignInName(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[\t-\r ]+/g, ' ')
    .replace(/^ | $/g, '');
}

export const SignInName = z.string().max(80).transform(foldSignInName).pipe(z.string().min(1).max(40));
export type SignInName = z.output<typeof SignInName>;
