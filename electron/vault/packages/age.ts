/**
 * The age format's own library. It is loaded by the first package, key or answer: loading it took a third of the vault's start,
 * and most nights never need it.
 */
export const loadAge = () => import('age-encryption');
