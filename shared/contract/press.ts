// What the vault and a press say to each other. A press lays out one page of ours in a process of its own and hands back the PDF that
// main made of it.
import { z } from 'zod';
import { Bytes } from '../records/attachment.ts';

/** Vault → press: once. A whole page, its policy and style in it. */
export interface ToPress {
  readonly type: 'set';
  readonly html: string;
}

/** Press → vault: once. */
export const FromPress = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('printed'), pdf: Bytes }),
  z.strictObject({ type: z.literal('not-printed') }),
]);
export type FromPress = z.output<typeof FromPress>;
