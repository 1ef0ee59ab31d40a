// The vault's migrations and schema are bundled as text (Vite's `?raw`), so that no loose file can be swapped.
declare module '*?raw' {
  const text: string;
  export default text;
}
interface ImportMeta {
  glob<T>(pattern: string, options: { query?: string; import?: string; eager: true }): Record<string, T>;
}
