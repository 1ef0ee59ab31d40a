// What reading one file may cost before it is given up.

/** Reading a whole workbook is budgeted at seconds; whatever takes this long is stuck or hostile. */
export const LONGEST_MS = 120_000;

/**
 * Most memory for what a file becomes, in MB of V8's old space. 10,000 rows of 84 fields stay the same at 160; 30,000, about as much
 * as the vault takes, read at 160 too, but spend 32 s of processor on tidying up instead of 12.
 */
export const MOST_HEAP_MB = 256;
