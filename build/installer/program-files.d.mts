export const LIST: string;
/** Writes the list of a packed program's files anew, and gives the hash over it and its words. */
export function writeList(folder: string): Promise<{ readonly hash: string; readonly words: readonly string[] }>;
