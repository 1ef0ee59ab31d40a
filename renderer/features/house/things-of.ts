/** Where the things of one person are; a path with an id and no word in it. */
export const thingsOf = (caseFileId: string): string => `/house/things/of/${caseFileId}`;
