// The guard: type-aware rules, the air gap, and the few habits that leak. Formatting is Biome's.
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import * as bans from './lint/bans.js';
import { disableWithReason } from './lint/disable-with-reason.js';
import { resultIsUsed } from './lint/result-is-used.js';
import { sqlIsConstant } from './lint/sql-is-constant.js';

const root = new URL('..', import.meta.url).pathname;
const imports = (paths, patterns = []) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { paths: [...bans.noNetworkModules, ...paths], patterns }],
});
const syntax = (...lists) => ({ 'no-restricted-syntax': ['error', ...lists.flat()] });
const farAway = [{ group: ['../../*'], message: 'Two rooms up is another room: import #shared/…, or move the file.' }];

// Files of the vault and of main that may name node:fs, because the paths they open are the app's own.
const ownFiles = [
  'electron/vault/{vault-folder,open-vault}.ts',
  'electron/vault/attachments/blob-*.ts',
  'electron/vault/access/{create-vault,unlock}.ts',
  'electron/vault/backup/{restore-marker,kept-vaults}.ts',
  'electron/vault/keys/atomic-file.ts',
  'electron/vault/backup/restore-marker.ts',
  'electron/vault/database/**/*.ts',
  'electron/vault/removable/**/*.ts',
  'electron/main/{data-folder,kept-file,pages,served-files}.ts',
];
// The process that was forked is the one place with a clock, a port and a source of ids.
const processes = ['electron/{vault,parser}/process.ts', 'electron/vault/**/worker.ts'];

export default tseslint.config(
  { ignores: ['node_modules/**', 'out/**', 'release/**', '**/*.d.ts', 'build/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: 'build/tsconfig.lint.json', tsconfigRootDir: root } },
    plugins: {
      house: {
        rules: {
          'disable-with-reason': disableWithReason,
          'result-is-used': resultIsUsed,
          'sql-is-constant': sqlIsConstant,
        },
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          destructuredArrayIgnorePattern: '^_',
          ignoreRestSiblings: true,
        },
      ],
      // A query names the shape of its rows: used once in the signature, and on purpose.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // There are no enums here (erasableSyntaxOnly); looking for them costs a tenth of the whole run.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      'house/disable-with-reason': 'error',
      'house/result-is-used': 'error',
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
    extends: [reactHooks.configs.flat['recommended-latest']],
    rules: syntax(bans.inProduct, bans.inRenderer),
  },
  {
    files: ['electron/{main,preload}/**/*.ts'],
    rules: imports([...bans.noPrograms, ...bans.noFiles, ...bans.electronParts(['ipcMain', 'ipcRenderer'])], farAway),
  },
  {
    files: ['electron/{vault,parser}/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', bans.chance, bans.clock],
      'house/sql-is-constant': 'error',
      ...imports([...bans.noPrograms, ...bans.noFiles], farAway),
      ...syntax(bans.inProduct, bans.noOwnClock, bans.noParentPort, bans.noRawSql),
    },
  },
  // Exceptions: each is a room or a file that owns what is banned elsewhere.
  { files: ownFiles, rules: imports([...bans.noPrograms, ...bans.electronParts(['ipcMain', 'ipcRenderer'])], farAway) },
  { files: ['electron/vault/removable/**/*.ts'], rules: imports([], farAway) },
  {
    files: ['electron/main/successor.ts'],
    rules: imports([...bans.electronParts(['ipcMain', 'ipcRenderer'])], farAway),
  },
  {
    files: ['electron/main/page-messages.ts', 'electron/preload/{index,preview}.ts'],
    rules: imports([...bans.noPrograms, ...bans.noFiles, ...bans.electronParts([])], farAway),
  },
  {
    files: ['electron/vault/database/**/*.ts'],
    rules: syntax(bans.inProduct, bans.noOwnClock, bans.noParentPort),
  },
  {
    // sql.ts passes text on; record-kind.ts builds it from the names a kind declares in the source, attached-copy.ts from the
    // names of the tables that are there; never from values.
    files: [
      'electron/vault/database/{sql,migrate,open,attached-copy}.ts',
      'electron/vault/records/{record-kind,renew-search}.ts',
    ],
    rules: { 'house/sql-is-constant': 'off' },
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
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-restricted-imports': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-properties': 'off',
      'no-console': 'off',
      ...syntax(bans.inTests),
    },
  },
);
