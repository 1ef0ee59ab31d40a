/** Whether each door is open, by electron-builder's names. */
export const fuses: Readonly<Record<string, boolean>>;
