/**
 * The age format's own library. It is loaded by the first package, key or answer: loading it took a third of the vault's start,
 * which most nights never needs it.
 */
export const loadAge = () => import('age-encryption');
