export const trapNames: readonly string[];
