// Stands in the reader for what age has besides X25519 and passphrases: packages here are sealed in no other way, and the
// library is a third as large. A key of another kind never comes this far (key-text.ts).
export const MLKEM768P256 = undefined;
export const MLKEM768X25519 = undefined;
export const p256 = undefined;
