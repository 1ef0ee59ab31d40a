// The messages between main and the pages that are never shown, in one place without a library: a preload is one small file.

/** Main hands such a page the vault's port; the preload of a preview hands it on to its page under the same name. */
export const HIDDEN_PORT = 'records-hidden-port';
/** The press tells main that the vault's page stands there, to be made into a PDF. It carries nothing. */
export const PRESS_SET = 'records-press-set';
/** Main hands the press its PDF, or null when it could not be made. */
export const PRESS_PRINTED = 'records-press-printed';
