// What no code of ours may write, as data for ESLint's own rules, each with the reason that its reader will see.
const airGap = 'Safehold never talks to a network and keeps nothing outside the vault.';
const outside = 'Nothing is ever opened outside the app: it would leave traces and could reach a network.';
const pageStorage = ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'];
const pageNetwork = ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'RTCPeerConnection'];
const reaching = [...pageStorage, ...pageNetwork];

/** For no-restricted-globals. */
export const globals = reaching.map((name) => ({ name, message: airGap }));

/** Every way to name a property: a.name, a['name'], a[`name`], { name } = a, { name: other } = a, { 'name': other } = a; of
 *  any object, or of those with one of the names in `owners`. */
function named(names, message, owners) {
  const name = `/^(${names.join('|')})$/`;
  const owner = owners && `/^(${owners.join('|')})$/`;
  const member = owner ? `MemberExpression[object.name=${owner}]` : 'MemberExpression';
  const pattern = owner ? `VariableDeclarator[init.name=${owner}] > ObjectPattern` : 'ObjectPattern';
  return [
    `${member}[computed=false][property.name=${name}]`,
    `${member}[property.value=${name}]`,
    `${member} > TemplateLiteral.property > TemplateElement[value.cooked=${name}]`,
    `${pattern} > Property[computed=false][key.name=${name}]`,
    `${pattern} > Property[key.value=${name}]`,
  ].map((selector) => ({ selector, message }));
}

const pageObjects = ['window', 'globalThis', 'self', 'global', 'document', 'navigator', 'frames', 'parent', 'top'];

/** For no-restricted-syntax: product code. */
export const inProduct = [
  ...named(['openExternal', 'openPath', 'showItemInFolder'], outside),
  ...named([...reaching, 'sendBeacon', 'serviceWorker', 'cookie'], airGap, pageObjects),
];
/** For no-restricted-syntax: what even a test never writes. */
export const inTests = named(['openExternal'], outside);
/** For no-restricted-syntax: the page. */
export const inRenderer = [
  ...named(['innerHTML', 'outerHTML', 'insertAdjacentHTML'], 'Text is set as text; markup never comes from data.'),
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Markup never comes from data.' },
  ...named(['open'], outside, pageObjects),
];
/** For no-restricted-syntax: rooms whose clock is given to them. */
export const noOwnClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
    message: 'The clock comes from the context, so that tests can set it.',
  },
];
/** For no-restricted-syntax: everywhere in the vault and the parser but their process.ts. */
export const noParentPort = named(['parentPort'], 'Only process.ts knows that it was forked.');
/** For no-restricted-syntax: everywhere in the vault but its database room. */
export const noRawSql = [
  {
    selector: "CallExpression[callee.property.name='prepare'], CallExpression[callee.property.value='prepare']",
    message: 'Statements are prepared, and kept, in electron/vault/database alone: use get, all and run.',
  },
];

/** For no-restricted-properties. */
export const chance = {
  object: 'Math',
  property: 'random',
  message: 'Ids and keys come from the context or node:crypto.',
};
export const clock = {
  object: 'Date',
  property: 'now',
  message: 'The clock comes from the context, so that tests can set it.',
};

const networkModules = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises', 'inspector', 'cluster'];
const bothNames = (names) => names.flatMap((name) => [name, `node:${name}`]);
const paths = (names, message) => bothNames(names).map((name) => ({ name, message }));

/** For no-restricted-imports. */
export const noNetworkModules = paths(networkModules, airGap);
export const noPrograms = paths(
  ['child_process'],
  'Other programs are started in electron/vault/removable and electron/main/successor.ts alone.',
);
export const noFiles = paths(
  ['fs', 'fs/promises', 'original-fs'],
  'A path from outside is read and written through electron/vault/removable, which treats it as hostile; the files of the vault folder have their own few rooms.',
).map((path) => ({ ...path, allowTypeImports: true }));
export const electronParts = (names) => [
  {
    name: 'electron',
    importNames: ['default', 'net', 'shell', ...names],
    message: `The page's messages meet main in page-messages.ts and the preload's index.ts alone; shell and net are never used.`,
  },
];
