// The walls of the house: who may import whom. Each fires in test/architecture/walls.test.ts on a planted violation.
const error = (name, from, to) => ({ name, severity: 'error', from, to });
module.exports = {
  forbidden: [
    error('no-cycles', {}, { circular: true }),
    error('shared-is-a-leaf', { path: '^shared/' }, { path: '^(electron|renderer|test|build)/' }),
    error(
      'shared-only-zod',
      { path: '^shared/' },
      {
        dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'npm-no-pkg', 'core'],
        pathNot: 'node_modules/zod/',
      },
    ),
    error(
      'renderer-sees-only-shared',
      { path: '^renderer/' },
      { path: '^(electron|test|build)/|node_modules/electron/' },
    ),
    error('renderer-no-node', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    error('electron-never-renderer', { path: '^electron/' }, { path: '^renderer/' }),
    error('main-and-preload-not-vault', { path: '^electron/(main|preload)/' }, { path: '^electron/(vault|parser)/' }),
    error(
      'vault-is-plain-node',
      { path: '^electron/(vault|parser)/' },
      { path: 'node_modules/electron/|^electron$|^electron/(main|preload)/' },
    ),
    error(
      'vault-never-reaches-electron',
      { path: '^electron/(vault|parser)/' },
      { path: 'node_modules/electron/', reachable: true },
    ),
    error(
      'parser-holds-no-keys',
      { path: '^electron/parser/' },
      { path: '^electron/vault/(keys|database|records|backup|packages)/', reachable: true },
    ),
    error(
      'features-do-not-import-each-other',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
    ),
    error('records-do-not-import-keys', { path: '^electron/vault/records/' }, { path: '^electron/vault/keys/' }),
    error('product-never-imports-tests', { path: '^(electron|renderer|shared)/' }, { path: '^test/' }),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|release)/' },
    tsConfig: { fileName: `${__dirname}/tsconfig.walls.json` },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default', 'node'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
