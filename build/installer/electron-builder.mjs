// How a package is made, for electron-builder. What is in it, and what never may be, is asserted in test/end-to-end/packaged.test.ts.
import { fuses } from './fuses.mjs';

const here = 'build/installer';
const rooms = '{main,preload,preload-preview,preload-press,preview,vault,parser,renderer}';
const sqlcipher = 'node_modules/@signalapp/sqlcipher';

/** Of a package only what its code needs: no sources, types, maps or words for programmers. */
const leftOut = [
  '!**/*.{ts,mts,cts,map,md,markdown,tsbuildinfo,c,cc,h,gyp,flow}',
  '!**/{test,tests,docs,src,examples,scripts,.github}/**',
  // For compiling native code; sqlcipher brings its own compiled, and needs only node-gyp-build to find it.
  '!**/node_modules/node-addon-api/**',
  '!**/node_modules/node-gyp-build/{bin,build-test,optional}.js',
];

/** The program's own file, beside the script that starts it without a network (linux/safehold). */
export const PROGRAM = 'safehold-program';

/**
 * @param development a package with the development runtime, or one that is no release: it says so in its name
 * @param runtime `{ folder, version }` of the Electron to pack, its resources empty; undefined to let electron-builder fetch the official one
 * @param prebuilds the folder of native code of the platform that is packed for: "linux-x64"
 */
export function configuration({ development, runtime, prebuilds, output }) {
  const name = development ? 'safehold-development' : 'safehold';
  const title = development ? 'Records (development)' : 'Records';
  return {
    appId: `safehold.${development ? 'development' : 'records'}`,
    productName: development ? 'Safehold-development' : 'Safehold',
    // eslint-disable-next-line no-template-curly-in-string -- electron-builder fills these in
    artifactName: `${name}-\${version}-\${os}-\${arch}.\${ext}`,
    extraMetadata: {
      flavour: development ? 'development' : 'release',
      desktopName: `${name}.desktop`,
      homepage: 'https://safehold.invalid',
    },
    ...(runtime && { electronDist: runtime.folder, electronVersion: runtime.version }),
    directories: { output, buildResources: here },
    npmRebuild: false,
    publish: null,
    electronLanguages: ['en-US'],
    asar: true,
    asarUnpack: [`**/${sqlcipher}/prebuilds/**`, '**/node_modules/@node-rs/argon2-*/**'],
    files: [`out/${rooms}/**`, 'package.json', `!**/${sqlcipher}/prebuilds/!(${prebuilds})/**`, ...leftOut],
    extraFiles: ['LICENSE', 'NOTICE'],
    electronFuses: fuses,
    linux: {
      syncDesktopName: true,
      executableName: name,
      icon: `${here}/icons`,
      category: 'Office',
      synopsis: 'Case records for one office computer without a network',
      maintainer: 'Safehold <maintainers@safehold.invalid>',
      desktop: { entry: { Name: title, Comment: 'Records of this office' } },
    },
    deb: {
      packageName: name,
      depends: ['libgtk-3-0', 'libnss3', 'libasound2', 'libatspi2.0-0', 'libgbm1', 'util-linux'],
      recommends: ['xdg-utils'],
      afterInstall: `${here}/linux/after-install`,
      afterRemove: `${here}/linux/after-remove`,
      appArmorProfile: `${here}/linux/apparmor-profile`,
    },
    win: { target: ['nsis', 'portable'], icon: `${here}/icons/512x512.png` },
    // For all users and by an administrator: nobody else can write firewall rules, and nobody else can then alter the program.
    nsis: {
      oneClick: false,
      perMachine: true,
      allowElevation: true,
      allowToChangeInstallationDirectory: false,
      differentialPackage: false,
      deleteAppDataOnUninstall: false,
      shortcutName: title,
      include: `${here}/windows/installer.nsh`,
    },
    mac: {
      target: ['dmg'],
      icon: `${here}/icons/512x512.png`,
      category: 'public.app-category.business',
      hardenedRuntime: true,
      gatekeeperAssess: false,
      entitlements: `${here}/mac/entitlements.plist`,
      entitlementsInherit: `${here}/mac/entitlements.inherit.plist`,
    },
    dmg: { writeUpdateInfo: false },
  };
}
