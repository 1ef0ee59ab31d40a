/** The message with which the preload hands the port to a preview's page, and the channel on which main hands it over. */
export const PREVIEW_PORT = 'records-preview-port';
