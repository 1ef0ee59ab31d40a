// The page's clock, for words like "Saved 02:51" and "3 days ago". Records never take their time from here: the vault's
// clock decides those, and calendar rules run there too.

/** UTC milliseconds. */
export const now = (): number => Date.now();
