// What pdf.js would fetch, as scripts of the preview: its character maps and standard fonts become two modules of text, and its plain
// script for JPEG 2000 lies under a fixed name. Only files of the pinned package; their licences go along.
import { readdirSync, readFileSync } from 'node:fs';

const CHARACTER_MAPS = 'virtual:pdf-character-maps';
const FONTS = 'virtual:pdf-fonts';
const OPENJPEG = 'openjpeg_nowasm_fallback.js';

/** @param root the folder of the project, ending in "/" */
export function pdfParts(root) {
  const home = `${root}node_modules/pdfjs-dist`;
  const asModule = (folder, isPart) => {
    const names = readdirSync(`${home}/${folder}`).filter(isPart);
    const parts = names.map((name) => [name, readFileSync(`${home}/${folder}/${name}`).toString('base64')]);
    return `export default ${JSON.stringify(Object.fromEntries(parts))}`;
  };
  const modules = {
    [CHARACTER_MAPS]: () => asModule('cmaps', (name) => name.endsWith('.bcmap')),
    [FONTS]: () => asModule('standard_fonts', (name) => /\.(pfb|ttf)$/.test(name)),
  };
  return {
    name: 'pdf-parts',
    resolveId: (id) => (id in modules ? `\0${id}` : null),
    load: (id) => modules[id.slice(1)]?.() ?? null,
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: `pdf/${OPENJPEG}`, source: readFileSync(`${home}/wasm/${OPENJPEG}`) });
    },
  };
}
