// Where the keys go on from when somebody has chosen a page: its beginning, past the header.
export const PAGE = 'page';

export const toPage = (): void => document.getElementById(PAGE)?.focus();
