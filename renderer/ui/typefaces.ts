// The faces. All of them are on the computer already: nothing is fetched and nothing is shipped.
/** What staff write. Named first, because `system-ui` picks odd faces on localised Windows. */
export const SANS =
  '"Segoe UI Variable Text", "Segoe UI", -apple-system, BlinkMacSystemFont, Cantarell, Ubuntu, "Noto Sans", "Noto Sans Arabic", "Liberation Sans", sans-serif';
/** What she said or chose: alias, goals, quotes. Palatino exists on Windows, macOS and Linux under these names. */
export const HERS =
  '"Palatino Linotype", Palatino, P052, "URW Palladio L", "TeX Gyre Pagella", "Noto Naskh Arabic", "Sakkal Majalla", "Geeza Pro", "Times New Roman", serif';
export const MONO = '"Cascadia Mono", Consolas, Menlo, "DejaVu Sans Mono", "Noto Sans Mono", monospace';
