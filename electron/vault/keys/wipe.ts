// Overwrites key material that is no longer needed. JavaScript strings cannot be overwritten; only the death of the
// process removes those (electron/vault/keys/README.md, "Memory").

/** Fills every given array with zeros. */
export function wipe(...secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) secret.fill(0);
}
