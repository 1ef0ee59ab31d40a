// The reader of partner agencies as one file: script and style inside, named by their hashes in the policy, nothing fetched.
// The vault's build has it as text in the place of electron/vault/reader-page.ts, so that the app carries it in its own bundle.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { build } from 'vite';

const PAGE = 'electron/vault/reader-page.ts';
const WORDS = 'shared/keys/eff-large-wordlist.ts';
/** What of age no package here uses: post-quantum and hardware keys, two thirds of its size. */
const LEFT_OUT = [/^@noble\/post-quantum\/hybrid\.js$/, /^@noble\/curves\/nist\.js$/];

const hashOf = (text) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
// The page ends its script at this word, wherever it stands.
const inline = (script) => script.trim().replaceAll('</script', '<\\/script');

function pageOf(template, { script, style }) {
  const policy = [
    `default-src 'none'`,
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `require-trusted-types-for 'script'`,
    `trusted-types 'none'`,
  ].join('; ');
  const parts = { POLICY: policy, STYLE: style, SCRIPT: script };
  return template.replace(/%(POLICY|STYLE|SCRIPT)%/g, (_, name) => parts[name]);
}

/** Instead of script and style, one page. */
const onePage = (root) => ({
  name: 'one-page',
  enforce: 'post',
  generateBundle(_, bundle) {
    const parts = Object.values(bundle);
    const script = inline(parts.find(({ type }) => type === 'chunk').code);
    const style = String(parts.find(({ fileName }) => fileName.endsWith('.css')).source).trim();
    for (const name of Object.keys(bundle)) delete bundle[name];
    const template = readFileSync(`${root}renderer/reader/reader.html`, 'utf8');
    this.emitFile({ type: 'asset', fileName: 'reader.html', source: pageOf(template, { script, style }) });
  },
});

/** The word list as each word's difference to the one before, half as long: a digit says how many letters stay. */
const foldedWords = () => ({
  name: 'folded-words',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith(WORDS)) return null;
    let before = '';
    const folded = /`([^`]+)`/
      .exec(code)[1]
      .trim()
      .split(/\s+/)
      .map((word) => {
        let same = 0;
        while (same < before.length && before[same] === word[same]) same += 1;
        before = word;
        return same.toString(36).toUpperCase() + word.slice(same);
      });
    const text = JSON.stringify(folded.join(''));
    return `let before = '';
export const effLargeWordlist = ${text}.match(/[0-9A-Z][a-z-]*/g).map((part) => (before = before.slice(0, parseInt(part[0], 36)) + part.slice(1)));`;
  },
});

/** @param root the folder of the project, ending in "/" */
export const readerBuild = (root) => ({
  root,
  mode: 'production',
  configFile: false,
  logLevel: 'warn',
  plugins: [foldedWords(), onePage(root)],
  resolve: { alias: LEFT_OUT.map((find) => ({ find, replacement: `${root}renderer/reader/left-out.ts` })) },
  build: {
    // Chromium 116 and Firefox 115, which the oldest systems still get.
    target: ['chrome116', 'firefox115'],
    outDir: `${root}out/reader`,
    emptyOutDir: true,
    minify: true,
    cssMinify: true,
    reportCompressedSize: false,
    lib: {
      entry: `${root}renderer/reader/main.ts`,
      formats: ['iife'],
      name: 'reader',
      fileName: 'reader',
      cssFileName: 'reader',
    },
  },
});

/** Puts the reader where the vault asks for it. */
export const readerPage = (root) => ({
  name: 'reader-page',
  enforce: 'pre',
  async load(id) {
    if (id !== root + PAGE) return null;
    const config = readerBuild(root);
    const built = await build({ ...config, build: { ...config.build, write: false } });
    const page = [built].flat()[0].output.find(({ fileName }) => fileName === 'reader.html').source;
    return `export default ${JSON.stringify(String(page))}`;
  },
});
