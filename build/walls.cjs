// The walls of the house: who may import whom. Each fires in test/architecture/walls.test.ts on a planted violation.
const wall = (name, from, to) => ({ name, severity: 'error', from, to });
const npm = ['npm', 'npm-dev', 'npm-peer', 'npm-optional', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];

module.exports = {
  forbidden: [
    wall('no-cycles', {}, { circular: true }),
    // `virtual:` is what the build makes up itself (pdf-parts.mjs); `original-fs` is Electron's own name for Node's files.
    wall('no-unknown-imports', {}, { couldNotResolve: true, pathNot: '^(virtual:pdf-|original-fs$)' }),
    wall('shared-is-a-leaf', { path: '^shared/' }, { path: '^(electron|renderer|test|build)/' }),
    wall('shared-only-zod', { path: '^shared/' }, { dependencyTypes: [...npm, 'core'], pathNot: 'node_modules/zod/' }),
    wall(
      'renderer-sees-only-shared',
      { path: '^renderer/' },
      { path: '^(electron|test|build)/|node_modules/electron/' },
    ),
    wall('renderer-no-node', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    wall('electron-never-renderer', { path: '^electron/' }, { path: '^renderer/' }),
    wall('main-and-preload-not-vault', { path: '^electron/(main|preload)/' }, { path: '^electron/(vault|parser)/' }),
    wall(
      'preload-and-main-are-two-rooms',
      { path: '^electron/(main|preload)/' },
      {
        path: '^electron/(main|preload)/',
        pathNot: '^electron/$1/',
      },
    ),
    wall(
      'vault-is-plain-node',
      { path: '^electron/(vault|parser)/' },
      {
        path: 'node_modules/electron/|^electron$|^electron/(main|preload)/',
      },
    ),
    wall(
      'vault-never-reaches-electron',
      { path: '^electron/(vault|parser)/' },
      {
        path: 'node_modules/electron/',
        reachable: true,
      },
    ),
    wall(
      'parser-holds-no-keys',
      { path: '^electron/parser/' },
      {
        path: '^electron/vault/(keys|database|records|backup|packages|access|audit)/',
        reachable: true,
      },
    ),
    wall(
      'preview-holds-nothing',
      { path: '^electron/preview/' },
      { path: '^electron/', pathNot: '^electron/preview/' },
    ),
    wall(
      'only-the-database-room-knows-the-binding',
      { path: '^electron/', pathNot: '^electron/vault/database/' },
      {
        path: 'node_modules/@signalapp/sqlcipher/',
      },
    ),
    wall(
      'keys-are-a-leaf',
      { path: '^electron/vault/keys/' },
      { path: '^electron/vault/', pathNot: '^electron/vault/keys/' },
    ),
    wall('records-do-not-import-keys', { path: '^electron/vault/records/' }, { path: '^electron/vault/keys/' }),
    // domain §19: from where stories are kept, nothing of a case can be reached, by whatever way round.
    wall(
      'awareness-reaches-no-case',
      { path: '^electron/vault/advocacy/' },
      {
        path: '^electron/vault/records/',
        pathNot: '^electron/vault/records/(record-kind|revision-mark)\\.ts$',
        reachable: true,
      },
    ),
    wall(
      'only-process-starts-the-vault',
      { path: '^electron/vault/', pathNot: '^electron/vault/(process|worker)\\.ts$' },
      {
        path: '^electron/vault/process\\.ts$',
      },
    ),
    wall(
      'no-network-modules',
      { path: '^(electron|renderer|shared)/' },
      {
        path: '^(node:)?(http|https|http2|net|tls|dgram|dns|dns/promises|inspector|cluster)$',
      },
    ),
    wall(
      'features-do-not-import-each-other',
      { path: '^renderer/features/([^/]+)/' },
      {
        path: '^renderer/features/([^/]+)/',
        pathNot: '^renderer/features/$1/',
      },
    ),
    // The reader of partner agencies is a page of its own: nothing of the app's page in it, and nothing of it in the app.
    wall('reader-stands-alone', { path: '^renderer/reader/' }, { path: '^renderer/', pathNot: '^renderer/reader/' }),
    wall(
      'nobody-imports-the-reader',
      { path: '^(renderer|electron|shared)/', pathNot: '^renderer/reader/' },
      { path: '^renderer/reader/' },
    ),
    wall(
      'parts-do-not-import-features',
      { path: '^renderer/(api|forms|ui|session)/' },
      { path: '^renderer/features/' },
    ),
    wall('product-never-imports-tests', { path: '^(electron|renderer|shared)/' }, { path: '^test/' }),
    wall(
      'product-never-imports-simulators',
      { path: '^(electron|renderer|shared)/' },
      { path: '(^|/)(fake|simulated|mock)-[^/]*$' },
    ),
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
