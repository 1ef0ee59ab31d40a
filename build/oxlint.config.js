// The guard: type-aware rules, the air gap, and the few habits that leak. Formatting is Biome's; the two rules of the house
// that need types, `result-is-used` and `sql-is-constant`, are in lint/types.mjs.
import * as bans from './lint/bans.js';
import { reactRules, strict } from './lint/strict.js';

const imports = (paths, patterns = []) => ({
  'no-restricted-imports': ['error', { paths: [...bans.noNetworkModules, ...paths], patterns }],
});
const syntax = (...lists) => ({ 'house/no-restricted-syntax': ['error', ...lists.flat()] });
const farAway = [
  { group: ['../../*', '../../**'], message: 'Two rooms up is another room: import #shared/…, or move the file.' },
];

// Files of the vault and of main that may name node:fs, because the paths they open are the app's own.
const ownFiles = [
  'electron/vault/{vault-folder,open-vault,next-files}.ts',
  'electron/vault/attachments/blob-*.ts',
  'electron/vault/access/{create-vault,unlock}.ts',
  'electron/vault/backup/{restore-marker,kept-vaults}.ts',
  'electron/vault/keys/atomic-file.ts',
  'electron/vault/backup/restore-marker.ts',
  'electron/vault/database/**/*.ts',
  'electron/vault/removable/**/*.ts',
  'electron/main/{data-folder,kept-file,pages,program-files,served-files}.ts',
];
// The process that was forked is the one place with a clock, a port and a source of ids.
const processes = ['electron/{vault,parser}/process.ts', 'electron/vault/**/worker.ts'];

export default {
  ignorePatterns: ['node_modules/**', 'out/**', 'release/**', '**/*.d.ts', 'build/**'],
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  plugins: ['typescript', 'react'],
  jsPlugins: ['./build/lint/house.js'],
  categories: { correctness: 'off' },
  overrides: [
    {
      files: ['**/*.ts', '**/*.tsx'],
      rules: {
        ...strict,
        'typescript/consistent-type-imports': 'error',
        'typescript/switch-exhaustiveness-check': 'error',
        'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
        'typescript/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
        'no-unused-vars': [
          'error',
          {
            argsIgnorePattern: '^_',
            varsIgnorePattern: '^_',
            destructuredArrayIgnorePattern: '^_',
            ignoreRestSiblings: true,
          },
        ],
        'house/disable-with-reason': 'error',
        'no-console': 'error',
        'no-eval': 'error',
        'no-new-func': 'error',
        'no-restricted-globals': ['error', ...bans.globals],
        'no-restricted-properties': ['error', bans.chance],
        'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
        'max-params': ['warn', 5],
        complexity: ['warn', 20],
        ...imports([]),
        ...syntax(bans.inProduct),
      },
    },
    {
      files: ['shared/**/*.ts'],
      rules: {
        'no-restricted-properties': ['error', bans.chance, bans.clock],
        ...imports([], farAway),
        ...syntax(bans.inProduct, bans.noOwnClock),
      },
    },
    {
      files: ['renderer/**/*.ts', 'renderer/**/*.tsx'],
      rules: { ...reactRules, ...syntax(bans.inProduct, bans.inRenderer) },
    },
    {
      files: ['electron/{main,preload}/**/*.ts'],
      rules: imports([...bans.noPrograms, ...bans.noFiles, ...bans.electronParts(['ipcMain', 'ipcRenderer'])], farAway),
    },
    {
      files: ['electron/{vault,parser}/**/*.ts'],
      rules: {
        'no-restricted-properties': ['error', bans.chance, bans.clock],
        ...imports([...bans.noPrograms, ...bans.noFiles], farAway),
        ...syntax(bans.inProduct, bans.noOwnClock, bans.noParentPort, bans.noRawSql),
      },
    },
    // Exceptions: each is a room or a file that owns what is banned elsewhere.
    {
      files: ownFiles,
      rules: imports([...bans.noPrograms, ...bans.electronParts(['ipcMain', 'ipcRenderer'])], farAway),
    },
    { files: ['electron/vault/removable/**/*.ts'], rules: imports([], farAway) },
    {
      files: ['electron/main/successor.ts'],
      rules: imports([...bans.electronParts(['ipcMain', 'ipcRenderer'])], farAway),
    },
    {
      files: ['electron/main/page-messages.ts', 'electron/preload/{index,preview,press}.ts'],
      rules: imports([...bans.noPrograms, ...bans.noFiles, ...bans.electronParts([])], farAway),
    },
    {
      files: ['electron/vault/database/**/*.ts'],
      rules: syntax(bans.inProduct, bans.noOwnClock, bans.noParentPort),
    },
    {
      files: processes,
      rules: { 'no-restricted-properties': ['error', bans.chance], ...syntax(bans.inProduct, bans.noRawSql) },
    },
    {
      files: ['test/**/*.ts'],
      rules: { 'max-lines': ['error', { max: 800, skipBlankLines: true, skipComments: true }] },
    },
    { files: ['shared/forms/**', 'shared/text/**', 'shared/htcds/**'], rules: { 'max-lines': 'off' } },
    {
      files: ['test/**/*.ts', 'test/**/*.tsx'],
      rules: {
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-return': 'off',
        'typescript/no-misused-spread': 'off',
        'no-restricted-imports': 'off',
        'no-restricted-globals': 'off',
        'no-restricted-properties': 'off',
        'no-console': 'off',
        ...syntax(bans.inTests),
      },
    },
  ],
};
