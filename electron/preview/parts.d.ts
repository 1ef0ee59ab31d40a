// Modules without types of their own: one of pdf.js, and two that the build makes up (build/pdf-parts.mjs).
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
declare module 'virtual:pdf-character-maps' {
  const parts: Readonly<Record<string, string>>;
  export default parts;
}
declare module 'virtual:pdf-fonts' {
  const parts: Readonly<Record<string, string>>;
  export default parts;
}
