// The guard: type-aware rules, the air gap, and the few habits that leak. Formatting is Biome's.
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const airGap = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'localStorage',
  'sessionStorage',
  'indexedDB',
].map((name) => ({ name, message: 'Safehold never talks to a network and never stores outside the vault.' }));
const noExternal = [
  {
    selector:
      "MemberExpression[property.name='openExternal'], MemberExpression[property.value='openExternal'], Property[key.name='openExternal']",
    message: 'Nothing is ever opened outside the app: it would leave traces and could reach a network.',
  },
];
const noSqlTemplates = [
  {
    selector: 'CallExpression[callee.property.name=/^(prepare|exec|pragma)$/] > TemplateLiteral[expressions.length>0]',
    message: 'No value is ever substituted into SQL text: bind it.',
  },
];

export default tseslint.config(
  { ignores: ['node_modules/**', 'out/**', 'release/**', '**/planted/**', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    ignores: ['build/**'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['shared/tsconfig.json', 'electron/*/tsconfig.json', 'renderer/tsconfig.json', 'test/tsconfig.json'],
        tsconfigRootDir: new URL('..', import.meta.url).pathname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-console': 'error',
      'no-restricted-globals': ['error', ...airGap],
      'no-restricted-syntax': ['error', ...noExternal, ...noSqlTemplates],
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
      'max-params': ['warn', 4],
      complexity: ['warn', 15],
    },
  },
  {
    files: ['renderer/**/*.tsx', 'renderer/**/*.ts'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: ['electron/vault/**/*.ts', 'shared/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Ids and keys come from the context or node:crypto.' },
        { object: 'Date', property: 'now', message: 'The clock comes from the context, so that tests can set it.' },
      ],
    },
  },
  {
    files: ['electron/vault/process.ts', 'electron/vault/**/worker.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['shared/forms/**', 'shared/text/**', 'shared/htcds/**'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['test/**/*.ts', 'test/**/*.tsx'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'no-restricted-syntax': ['error', ...noExternal],
      'no-console': 'off',
    },
  },
);
