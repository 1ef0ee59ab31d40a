// The doors of the program that are shut for good when it is packed, in the words of electron-builder (design: security §8.6, runtime §5).
// Read back from the packed program in test/end-to-end/packaged.test.ts.

export const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  // Enforced on Windows and macOS; on Linux the program files are compared with their list (program-files.mjs).
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};
